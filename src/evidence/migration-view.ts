import type { Migration, MigrationsExhibit, Stage } from '../runtime/exhibits.ts';
import { figure } from './amounts.ts';
import { type Child, el } from './el.ts';
import { hurts } from './locks.ts';
import { operationItem } from './operation.ts';
import { placeButton } from './place.ts';
import { facts, lazySql, type Shape, sign, type ViewOptions } from './view.ts';
import { counted, named } from './words.ts';

const RAN: Readonly<Record<Migration['ran'], { word: string; shape: Shape; tone: string }>> = {
  ran: { word: 'ran on SQLite', shape: 'check', tone: 'good' },
  failed: { word: 'failed on SQLite', shape: 'cross', tone: 'bad' },
  'not run': { word: 'not run', shape: 'dash', tone: 'plain' },
};

function rowWords({ model, count, lost, added, changed }: Stage): string {
  const parts = [
    lost > 0 ? `${figure(lost)} lost` : 'none lost',
    changed > 0 ? `${figure(changed)} changed` : null,
    added > 0 ? `${figure(added)} added` : null,
  ].filter((part) => part !== null);
  return `${model}: ${counted(count, 'row')}, ${parts.join(', ')}`;
}

function backBlock(document: Document, migration: Migration, options: ViewOptions): Child {
  if (!migration.reversible) {
    return el(
      document,
      'p',
      { class: 'migration-note' },
      sign(document, 'cross'),
      'There is no way back.',
    );
  }
  if (migration.back === null || migration.back.length === 0) return null;
  const details = el(document, 'details', { class: 'view-fold' });
  details.append(
    el(document, 'summary', {}, 'The way back in PostgreSQL'),
    lazySql(document, migration.back.join('\n'), 'The way back in PostgreSQL', details, options),
  );
  return details;
}

function lateNote(document: Document, late: readonly string[]): Child {
  if (late.length === 0) return null;
  const refused = late.filter((each) => each !== '');
  return el(
    document,
    'p',
    { class: `migration-note matrix-${refused.length > 0 ? 'bad' : 'good'}` },
    sign(document, refused.length > 0 ? 'cross' : 'check'),
    refused.length > 0
      ? `Others wrote meanwhile: ${figure(refused.length)} of ${counted(late.length, 'row')} refused. ${refused[0]}`
      : `Others wrote meanwhile: ${counted(late.length, 'row')}, none refused`,
  );
}

function migrationItem(
  document: Document,
  migration: Migration,
  options: ViewOptions,
): HTMLElement {
  const { name, place, atomic, operations, ran, errors, rows, late } = migration;
  const { word, shape, tone } = RAN[ran];
  return el(
    document,
    'li',
    { class: 'migration' },
    el(
      document,
      'p',
      { class: 'migration-head' },
      el(document, 'code', { class: 'migration-name' }, name),
      el(
        document,
        'span',
        { class: `implementation-word matrix-${tone}` },
        sign(document, shape),
        word,
      ),
      atomic ? null : el(document, 'span', { class: 'note' }, 'not in a transaction'),
      place ? placeButton(document, named(place, options.entry)) : null,
    ),
    ...errors.map((error) => el(document, 'p', { class: 'visit-trouble' }, error)),
    operations.length === 0
      ? el(document, 'p', { class: 'note' }, 'No operations yet.')
      : el(
          document,
          'ol',
          { class: 'operations', 'aria-label': `Operations of ${name}` },
          ...operations.map((each) => operationItem(document, each, ran, options)),
        ),
    backBlock(document, migration, options),
    ...rows.map((each) =>
      el(
        document,
        'p',
        { class: `migration-note matrix-${each.lost > 0 ? 'bad' : 'good'}` },
        sign(document, each.lost > 0 ? 'cross' : 'check'),
        rowWords(each),
      ),
    ),
    lateNote(document, late),
  );
}

function wayBack(document: Document, { back, back_error: error }: MigrationsExhibit): Child {
  if (back.length === 0 && error === '') return null;
  const bad = error !== '' || back.some(({ lost, changed }) => lost > 0 || changed > 0);
  return el(
    document,
    'li',
    { class: 'migration' },
    el(
      document,
      'p',
      { class: 'migration-head' },
      el(document, 'span', { class: 'migration-name' }, 'All the way back'),
      el(
        document,
        'span',
        { class: `implementation-word matrix-${bad ? 'bad' : 'good'}` },
        sign(document, bad ? 'cross' : 'check'),
        error === '' ? 'ran on SQLite' : 'failed on SQLite',
      ),
    ),
    error === '' ? null : el(document, 'p', { class: 'visit-trouble' }, error),
    ...back.map((each) => el(document, 'p', { class: 'migration-note' }, rowWords(each))),
  );
}

/** The migrations one after the other: each operation in both databases, its locks, and the rows. */
export function migrationView(
  document: Document,
  exhibit: MigrationsExhibit,
  options: ViewOptions,
): HTMLElement {
  const { migrations, before, title } = exhibit;
  const locks = migrations.flatMap((each) => each.operations.flatMap((one) => one.locks));
  const hurting = locks.filter(hurts).length;
  return el(
    document,
    'div',
    { class: 'view' },
    facts(
      document,
      counted(migrations.length, 'migration'),
      counted(migrations.flatMap((each) => each.operations).length, 'operation'),
      locks.length === 0
        ? null
        : hurting > 0
          ? `${counted(hurting, 'lock')} that others wait for`
          : 'no lock that others wait for',
      ...before.map(({ model, count }) => `${model}: ${counted(count, 'row')} before`),
    ),
    el(
      document,
      'ol',
      { class: 'migrations', 'aria-label': title },
      ...migrations.map((each) => migrationItem(document, each, options)),
      wayBack(document, exhibit),
    ),
  );
}
