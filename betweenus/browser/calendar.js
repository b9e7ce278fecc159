// A calendar file with one day. It is a script of its own, since few want one.

import ICAL from "ical.js";

// Says nothing of where it comes from.
const TITLE = "Reminder";
const MAKER = "-//Reminder//EN";
const HOUR = 9;

/**
 * A whole day in a calendar.
 * @param {string} day as in "2027-01-14"
 * @param {boolean} withNotice whether the calendar is to say so on that morning
 * @returns {string} the file
 */
export function reminder(day, withNotice) {
  const event = new ICAL.Event();
  event.uid = randomName();
  event.summary = TITLE;
  event.startDate = ICAL.Time.fromDateString(day);
  const { component } = event;
  component.updatePropertyWithValue("dtstamp", ICAL.Time.fromJSDate(new Date(), true));
  component.updatePropertyWithValue("class", "PRIVATE");
  component.updatePropertyWithValue("transp", "TRANSPARENT");
  if (withNotice) component.addSubcomponent(notice());

  const calendar = new ICAL.Component("vcalendar");
  calendar.updatePropertyWithValue("version", "2.0");
  calendar.updatePropertyWithValue("prodid", MAKER);
  calendar.addSubcomponent(component);
  return `${calendar.toString()}\r\n`;
}

function notice() {
  const alarm = new ICAL.Component("valarm");
  alarm.updatePropertyWithValue("action", "DISPLAY");
  alarm.updatePropertyWithValue("description", TITLE);
  alarm.updatePropertyWithValue("trigger", ICAL.Duration.fromData({ hours: HOUR }));
  return alarm;
}

function randomName() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
