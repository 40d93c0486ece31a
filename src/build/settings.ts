/** What a person can set from outside: PORT, HOST, BASE_PATH and SITE_URL. */
import { Fault } from './faults.mjs';

/** `/` or `/some/path/`: always with a slash at both ends. */
export function basePath(value = process.env.BASE_PATH): string {
  const path = `/${value ?? ''}/`.replace(/\/+/g, '/');
  if (!/^[\w./~-]*$/.test(path) || /\/\.\.?\//.test(path)) {
    throw new Fault(
      `BASE_PATH is "${value}", which is not a plain path.`,
      'Set it to something like /training/django, or leave it out.',
    );
  }
  return path;
}

/** The address that the site will have, for canonical links; '' when nobody said. */
export function siteUrl(value = process.env.SITE_URL): string {
  if (!value) return '';
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
    throw new Fault(
      `SITE_URL is "${value}", which is not a web address.`,
      'Set it to something like https://example.org, or leave it out.',
    );
  }
  return value;
}

export function port(value = process.env.PORT): number {
  const number = Number(value || 4321);
  if (Number.isInteger(number) && number >= 0 && number < 65_536) return number;
  throw new Fault(
    `PORT is "${value}", which is not a port.`,
    'Set it to a whole number up to 65535, or leave it out.',
  );
}
