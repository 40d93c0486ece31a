import type { APIRoute } from 'astro';
import { projectNames, readProject } from '../../build/catalog.ts';

/** The files of a project, which a page fetches when it opens that project. */
export const getStaticPaths = () => projectNames().map((name) => ({ params: { name } }));

export const GET: APIRoute = ({ params }) => Response.json(readProject(params.name ?? ''));
