import { apiNames } from '../../build/api-names.ts';
import { readCourse } from '../../build/course.ts';

/** What the search knows of API names; fetched when its dialog opens. */
export function GET(): Response {
  return Response.json(apiNames(readCourse()));
}
