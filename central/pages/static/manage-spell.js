// A holiday lasts for days, and the service keeps each day by itself: a body with `until` is one body for each of its days.

const LONGEST = 62; // days: a winter break; more is a slip of the finger in the year

export function bodiesOf({ until, ...body }) {
  if (!until) return [body];
  const days = [];
  for (let day = body.day; day <= until && days.length <= LONGEST; day = after(day)) days.push({ ...body, day });
  return days;
}

// Whether its end comes before its beginning, or much too late.
export const wrongSpell = ({ day, until }) => Boolean(until) && (until < day || bodiesOf({ day, until }).length > LONGEST);

function after(day) {
  const next = new Date(`${day}T12:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
