import type { APIRoute } from 'astro';
import { type ExportDay, writeDay } from '../../../export/day-record.ts';
import { getExportDayPaths } from '../../../queries/export-days.ts';
import { absoluteUrl, schemaUrl } from '../../../urls.ts';

export const getStaticPaths = getExportDayPaths;

/** `/api/days/2025-03-11.json`: a day with its papers. */
export const GET: APIRoute<{ day: ExportDay }> = ({ props }) =>
  new Response(writeDay(props.day, absoluteUrl(schemaUrl('day'))), {
    headers: { 'Content-Type': 'application/json' },
  });
