/**
 * The door of every command: `node src/build/launcher.mjs start`. Runs on any Node, says so when it
 * is too old, installs what is missing, and goes on under the project's own Node.
 *
 * Old Node must be able to read this file to the end, hence the plain syntax and late imports.
 */
var OLDEST = 20;

if (Number.parseInt(process.versions.node, 10) < OLDEST) {
  process.stderr.write(
    'Node ' +
      OLDEST +
      ' or later is needed; this is Node ' +
      process.versions.node +
      '.\n' +
      'Install a newer one (nodejs.org, or nvm install --lts), then run the same command again.\n',
  );
  process.exit(1);
}

import('./install.mjs').then(function (install) {
  return install.enter(process.argv[2] || 'start', process.argv.slice(3));
});
