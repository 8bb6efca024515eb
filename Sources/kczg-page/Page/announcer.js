// Says to a screen reader what changed elsewhere on the page, when there is a moment.

import { byId, setText } from "./dom.js";

/** After so many milliseconds without something newer. */
const announcementDelay = 900;

let announcementTimer = 0;
let lastAnnouncement = "";

/** @param {string} text The same text twice is said once. */
export function announce(text) {
  clearTimeout(announcementTimer);
  if (text === lastAnnouncement) return;
  announcementTimer = window.setTimeout(() => {
    lastAnnouncement = text;
    setText(byId("announcer"), text);
  }, announcementDelay);
}
