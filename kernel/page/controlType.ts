/** The MIME type of a control, as a page is told of it. */
export const controlType = "application/vnd.genloss.control+json";
