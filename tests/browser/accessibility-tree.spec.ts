/**
 * The main flows as a screen reader meets them: roles, names and their order. Numbers that a run or an
 * author may change are left open.
 */
import { EXERCISE, expect, LESSON, test } from './site.ts';
import { Snippet } from './snippet.ts';
import { submission, Workspace } from './workspace.ts';

test('the front page', async ({ page, sites }) => {
  await page.goto(sites.root);
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - link "Skip to the content"
    - banner:
      - link /Beyond Runserver/
      - button "Search"
      - navigation "Site":
        - link "Lessons"
        - link "Exercises"
    - main:
      - region /Then make fewer/:
        - heading [level=1]
        - img /^\\d+ queries; \\d+ of one shape/
        - group "The change"
        - img /^1 query/
    - contentinfo
  `);
});

test('the page of exercises', async ({ page, sites }) => {
  await page.goto(`${sites.root}exercises/`);
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - heading "Exercises" [level=1]
    - paragraph: /^\\d+ exercises\\./
    - form "Filter the exercises":
      - status: /\\d+ shown/
    - region "The ORM":
      - heading "The ORM" [level=2]
      - list:
        - listitem:
          - link "The order report that asks too often"
  `);
});

test('a snippet of the lesson, recorded and run', async ({ page, sites }) => {
  await page.goto(`${sites.root}${LESSON}?runtime=shipped`);
  const slow = new Snippet(page);
  await expect(slow.place).toMatchAriaSnapshot(`
    - text: slow.py
    - button "Edit"
    - button "Run"
    - group "Code of slow.py"
    - region "Result of slow.py":
      - paragraph: /^An N\\+1. line 8 asks the database \\d+ times/
      - paragraph: Recorded when this page was built
      - slider /^Queries in order. \\d+ queries; \\d+ of one shape from line 8$/
      - list "Findings":
        - listitem:
          - button "line 4"
      - tablist "Result":
        - tab "Output" [selected]
        - tab /^Queries \\(\\d+\\)$/
        - tab "Timeline"
      - tabpanel "Output"
  `);
  await slow.run();
  await expect(slow.place.getByRole('region', { name: 'Result of slow.py' })).toMatchAriaSnapshot(`
    - status: /^An N\\+1. line 8 asks the database \\d+ times/
    - paragraph: /^An N\\+1. line 8 asks the database \\d+ times/
    - paragraph: Ran just now, in your browser
    - paragraph:
      - strong: /\\d+/
      - text: /queries .* in the database/
    - slider /^Queries in order. \\d+ queries; \\d+ of one shape from line 8$/
    - list "Findings"
    - tablist "Result":
      - tab "Output" [selected]
      - tab /^Queries \\(\\d+\\)$/
    - tabpanel "Output"
  `);
});

test('the workspace, before and after Run and Check', async ({ page, sites }) => {
  test.setTimeout(90_000);
  await page.goto(`${sites.root}${EXERCISE}?runtime=shipped`);
  const work = new Workspace(page);
  await expect(work.editor).toBeAttached();
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - heading "The order report that asks too often" [level=1]
    - region "Task":
      - paragraph:
        - link "The ORM"
        - link "The N+1 problem"
      - region "Hints":
        - heading "Hints" [level=2]
        - paragraph:
          - button "Show a hint"
          - status: /\\d+ hints left/
    - separator "Size of the text"
    - region "Code":
      - tablist "Files":
        - tab "report.py" [selected]
        - tab "main.py read-only"
      - tabpanel "report.py"
    - toolbar "Actions":
      - button "Run"
      - button "Check"
      - button "Reset"
    - separator "Size of the code"
    - region "Result":
      - paragraph: /^An N\\+1. report\\.py, line \\d+ asks the database \\d+ times/
      - paragraph: Recorded when this page was built
      - slider /^Queries in order. \\d+ queries/
      - tablist "Result"
      - tabpanel
  `);

  const result = page.getByRole('region', { name: 'Result', exact: true });
  await work.press('Run');
  await expect(result).toMatchAriaSnapshot(`
    - status: /^An N\\+1. report\\.py, line \\d+ asks the database \\d+ times/
    - paragraph: /^An N\\+1/
    - paragraph: Ran just now, in your browser
    - slider /^Queries in order. \\d+ queries/
    - list "The first finding"
    - group: /2 more findings/
    - tablist "Result":
      - tab "Output" [selected]
      - tab /^Queries \\(\\d+\\)$/
      - tab "Timeline"
      - tab "Data"
      - tab "Runs"
      - tab "Sizes"
    - tabpanel "Output"
  `);

  await work.press('Check');
  await expect(result).toMatchAriaSnapshot(`
    - status: /the target is 2/
    - tablist "Result":
      - tab /^Checks \\(\\d of \\d\\)$/ [selected]
    - tabpanel /^Checks/:
      - list:
        - listitem:
          - paragraph: /^Passed. Returns the same report/
        - listitem:
          - paragraph: /^Failed. Uses at most 2 queries/
          - paragraph: /\\d+ queries, target 2/
  `);

  await work.paste(submission('solution'));
  await work.press('Check');
  await expect(result).toMatchAriaSnapshot(`
    - status: /2 queries, passed/
    - paragraph: /2 queries, passed/
    - paragraph:
      - button "Compare with the solution"
      - link "Go on with the lesson"
  `);

  await page.getByRole('tab', { name: 'Runs' }).click();
  await expect(page.getByRole('tabpanel', { name: 'Runs' })).toMatchAriaSnapshot(`
    - status
    - group /^Runs of this visit/:
      - list:
        - listitem:
          - radio /^Before. check 3$/
          - radio /^After. check 3$/ [checked]
        - listitem:
          - radio /^Before. check 2$/ [checked]
          - radio /^After. check 2$/
    - paragraph: /checks passed/
    - group "Code":
      - heading "Code" [level=2]
      - group "report.py":
        - table /^report\\.py/
    - group "Figures":
      - table "Figures before and after"
    - group "SQL by shape"
  `);
  await page.getByRole('tab', { name: 'Sizes' }).click();
  await expect(page.getByRole('tabpanel', { name: 'Sizes' })).toMatchAriaSnapshot(`
    - status
    - button "Measure"
    - paragraph: /^Runs your code with 10, 100, 1,000 and 10,000 orders/
  `);
});
