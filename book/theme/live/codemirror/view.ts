/** What of the editor's view the types' helpers stand on. */
export {
  activateHover,
  Decoration,
  Direction,
  EditorView,
  GutterMarker,
  getPanel,
  getTooltip,
  gutter,
  hoverTooltip,
  keymap,
  logException,
  showPanel,
  showTooltip,
  ViewPlugin,
  WidgetType,
} from "@codemirror/view";
