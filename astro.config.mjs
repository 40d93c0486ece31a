import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { contentSecurityPolicy } from './src/build/csp.ts';
import { searchIndex } from './src/build/search-index.ts';
import { basePath, siteUrl } from './src/build/settings.ts';
import { sidebar } from './src/build/sidebar.ts';
import { codeThemes } from './src/build/themes.ts';

export default defineConfig({
  site: siteUrl() || undefined,
  base: basePath(),
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  // Pages are small and few; the policy has no room for prefetching.
  prefetch: false,
  markdown: { shikiConfig: { themes: codeThemes, defaultColor: false, cssVariablePrefix: '--' } },
  integrations: [
    starlight({
      title: 'Beyond Runserver',
      description: 'Learn production Django by running it, in your browser.',
      favicon: '/favicon.svg',
      sidebar: sidebar(),
      customCss: [
        './src/styles/layers.css',
        './src/styles/tokens.css',
        './src/styles/base.css',
        './src/styles/starlight.css',
        './src/styles/prose.css',
        './src/styles/code.css',
        './src/styles/diagram.css',
        './src/styles/controls.css',
        './src/styles/evidence.css',
        './src/styles/logs.css',
        './src/styles/queries.css',
        './src/styles/timeline.css',
      ],
      // The snippets' own highlighter serves fenced code too: one look, and no script to copy with.
      expressiveCode: false,
      markdown: { processedDirs: ['./content'] },
      tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 2 },
      disable404Route: true,
      // `searchIndex` makes the index.
      pagefind: false,
      components: {
        Footer: './src/components/LessonFooter.astro',
        Header: './src/components/LessonHeader.astro',
        PageTitle: './src/components/LessonTitle.astro',
        Sidebar: './src/components/LessonSidebar.astro',
        ThemeProvider: './src/components/ThemeScript.astro',
        ThemeSelect: './src/components/ThemeButton.astro',
        Search: './src/components/Search.astro',
        SiteTitle: './src/components/SiteTitle.astro',
        SocialIcons: './src/components/Nothing.astro',
        LanguageSelect: './src/components/Nothing.astro',
      },
    }),
    searchIndex(),
    contentSecurityPolicy(),
  ],
  vite: { build: { assetsInlineLimit: 0 } },
});
