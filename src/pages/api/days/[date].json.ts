import type { APIRoute } from 'astro';
import { writeDay } from '../../../export/day-json.ts';
import { respond } from '../../../export/respond.ts';
import type { DayView } from '../../../queries/days.ts';
import { getExportDayPaths, readExportDay } from '../../../queries/export-days.ts';
import { absoluteUrl, schemaUrl } from '../../../urls.ts';

export const getStaticPaths = getExportDayPaths;

/** `/api/days/2025-03-11.json`: a day with its papers. */
export const GET: APIRoute<{ day: DayView }> = ({ props }) =>
  respond(writeDay(readExportDay(props.day), absoluteUrl(schemaUrl('day'))), 'application/json');
