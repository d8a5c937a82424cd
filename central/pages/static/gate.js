// Pages with one form: signing in, choosing a password.

import "./language.js";
import { startForms } from "./forms.js";

startForms();
