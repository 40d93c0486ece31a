import type { Appearance, EditorAssets } from '../editor/editor.ts';
import type { Linter } from '../editor/language.ts';
import type { EditorChoice, LoadedEditor } from '../editor/load.ts';
import { createRuff } from '../editor/ruff.ts';
import { download } from '../runtime/download.ts';
import type { EditorSettings, Settings } from '../stores/settings.ts';
import type { FilesView } from './workspace-files.ts';

export function appearanceOf({ fontSize, wrap }: EditorSettings): Appearance {
  return { fontSize, wrap };
}

/** Put another editor in when another is chosen, and let the one that is there follow the settings. */
export function followSettings(
  { $settings }: Pick<Settings, '$settings'>,
  files: Pick<FilesView, 'mount' | 'dress'>,
  load: (choice: EditorChoice) => Promise<LoadedEditor>,
): void {
  let chosen = $settings.get().editor;
  $settings.listen((settings) => {
    files.dress(appearanceOf(settings));
    if (settings.editor === chosen) return;
    chosen = settings.editor;
    void load(chosen).then(({ create }) => {
      // Whoever changes their mind while it loads has another one on the way.
      if (chosen === $settings.get().editor) files.mount(create);
    });
  });
}

/** Ruff, fetched when it is first wanted. */
export function ruffOf({ ruff }: EditorAssets, say: (words: string) => void): Linter {
  return createRuff({
    worker: () => new Worker(new URL(ruff.worker, document.baseURI), { name: 'ruff' }),
    async wasm() {
      say('Loading Ruff.');
      try {
        return await download({ path: ruff.wasm, bytes: ruff.bytes }, () => {});
      } catch (error) {
        throw new Error('Ruff did not load. Check your connection and try again.', {
          cause: error,
        });
      } finally {
        say('');
      }
    },
  });
}
