/** Where the desk starts. */
import { render } from "preact";
import { App } from "./app.tsx";
import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/shell.css";
import "./styles/overview.css";
import "./styles/incident.css";
import "./styles/report.css";
import "./styles/review.css";
import "./styles/print.css";
import { follow } from "./state/route.ts";

document.addEventListener("click", follow);
const root = document.getElementById("app");
if (root) render(<App />, root);
