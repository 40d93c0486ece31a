/** The entry of Monaco's own worker, built beside the editor. */
import 'monaco-editor/editor/editor.worker';
