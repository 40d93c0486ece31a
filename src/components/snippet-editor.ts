import type { Appearance, EditorAssets } from '../editor/editor.ts';
import { isLight, type LoadedEditor, loadEditor } from '../editor/load.ts';
import { lineHeight } from '../editor/metrics.ts';
import { readSettings } from '../stores/settings.ts';
import { keeper } from '../stores/storage.ts';

/** An editor as the learner chose it in a workspace, with the room that it takes in a lesson. */
export interface SnippetEditor extends LoadedEditor {
  appearance: Appearance;
  /** Pixels above and below the text, and of each line. */
  space: number;
  line: number;
}

export async function snippetEditor(assets: EditorAssets): Promise<SnippetEditor> {
  const { editor, fontSize, wrap } = readSettings(keeper(() => localStorage));
  const light = isLight(editor);
  // The light editor has larger letters for fingers, and its notes under the text.
  const size = matchMedia('(pointer: coarse)').matches ? Math.max(16, fontSize) : fontSize;
  return {
    ...(await loadEditor(assets, editor)),
    appearance: { fontSize, wrap },
    space: light ? 80 : 24,
    line: lineHeight(size),
  };
}
