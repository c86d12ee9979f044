// Dates as people say them, in the organisation's own zone.
import { currentLanguage, isolated } from './words.ts';

let zone = 'Europe/Stockholm';
let today = '';

export function useClock(place: string, day: string): void {
    zone = place;
    today = day;
}
export const thisDay = (): string => today;

const formats = new Map<string, Intl.DateTimeFormat>();
function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    const key = currentLanguage() + zone + JSON.stringify(options);
    let found = formats.get(key);
    if (!found) {
        found = new Intl.DateTimeFormat(tag(), { timeZone: zone, ...options });
        formats.set(key, found);
    }
    return found;
}
// British order of day and month: the two countries' own way.
const tag = (): string => (currentLanguage() === 'en' ? 'en-GB' : currentLanguage());

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);
const yearOf = (day: string): string => day.slice(0, 4);

/** "tisdag 4 mars", with the year when it is another. */
export function sayDay(day: string): string {
    const other = yearOf(day) !== yearOf(today || day);
    return format({
        timeZone: 'UTC',
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        ...(other ? { year: 'numeric' } : {}),
    }).format(noon(day));
}

/** "4 mars", with the year when it is another. */
export function sayShortDay(day: string): string {
    const other = yearOf(day) !== yearOf(today || day);
    return format({
        timeZone: 'UTC',
        day: 'numeric',
        month: other ? 'short' : 'long',
        ...(other ? { year: 'numeric' } : {}),
    }).format(noon(day));
}

const instantDay = (at: string): string =>
    new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(at));

export const dayOf = (at: string): string => sayDay(instantDay(at));
export const shortDayOf = (at: string): string => sayShortDay(instantDay(at));

/** "17:00" as the language writes it: "17.00" in Danish. */
export function sayTime(time: string): string {
    const [hour, minute] = time.split(':');
    return format({ timeZone: 'UTC', hour: '2-digit', minute: '2-digit' }).format(
        Date.UTC(2000, 0, 1, Number(hour), Number(minute)),
    );
}

export const timeOf = (at: string): string =>
    format({ hour: '2-digit', minute: '2-digit' }).format(new Date(at));

/** Whole days from today; below zero: before it. */
export const daysUntil = (day: string): number =>
    Math.round((noon(day).getTime() - noon(today).getTime()) / 86_400_000);

/** "om 3 dagar", "i går". */
export function sayDistance(day: string): string {
    const days = daysUntil(day);
    const by = new Intl.RelativeTimeFormat(tag(), { numeric: 'auto' });
    if (Math.abs(days) < 14) return by.format(days, 'day');
    if (Math.abs(days) < 60) return by.format(Math.round(days / 7), 'week');
    return by.format(Math.round(days / 30.4), 'month');
}

export const sayList = (items: readonly string[]): string =>
    new Intl.ListFormat(tag(), { type: 'conjunction' }).format(items.map(isolated));
