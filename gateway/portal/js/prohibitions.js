import { act } from "./act.js";
import { change, create } from "./api.js";
import { confirmed } from "./confirm.js";
import { el, pair } from "./dom.js";
import { language, moment, name, t } from "./language.js";
import { print } from "./print.js";
import { TASKS, taskName } from "./tasks.js";

/** Prohibitions in force, ways to set one on a service task or a register, and those cancelled. */
export function prohibitions(all, organisations, refresh) {
  const inForce = all.filter((prohibition) => prohibition.state === "SET");
  const cancelled = all.filter((prohibition) => prohibition.state === "CANCELLED");
  return el(
    "section",
    { "aria-labelledby": "prohibitions" },
    el("h2", { id: "prohibitions" }, t("prohibitions.title")),
    el("p", {}, t("prohibitions.lead")),
    inForce.length === 0
      ? el("p", { class: "notice" }, t("prohibitions.none"))
      : el("div", { class: "cards" }, inForce.map((prohibition) => card(prohibition, refresh))),
    settingTask(inForce, refresh),
    settingRegister(inForce, organisations, refresh),
    all.length > 0 && print("PROHIBITIONS"),
    cancelled.length === 0
      ? null
      : el("details", {}, el("summary", {}, t("prohibitions.cancelled")), el("div", { class: "cards" }, cancelled.map((one) => card(one)))),
  );
}

/** What is prohibited, in words. */
const what = ({ type, serviceTask }) => (type === "SERVICE_TASK" ? taskName(serviceTask) : t(`prohibition.${type}`));
const which = ({ target, title }) => name(target.controllerName ?? title);

function card(prohibition, refresh) {
  const set = prohibition.state === "SET";
  return el(
    "article",
    { class: `choice ${prohibition.state.toLowerCase()}` },
    el("h3", {}, what(prohibition.target)),
    el("p", {}, el("span", { class: "badge" }, el("span", { "aria-hidden": "true" }, set ? "✕" : "–"), ` ${t(`prohibition.state.${prohibition.state}`)}`)),
    el(
      "dl",
      {},
      pair(t("prohibition.which"), which(prohibition)),
      pair(t("prohibition.setAt"), moment(prohibition.setAt)),
      pair(t("prohibition.cancelledAt"), prohibition.cancelledAt && moment(prohibition.cancelledAt)),
      pair(t("choice.channel"), t(`channel.${prohibition.channel}`)),
    ),
    set ? cancel(prohibition, refresh) : null,
  );
}

const cancel = (prohibition, refresh) =>
  act(
    t("prohibition.cancel"),
    "quiet",
    async () =>
      (await confirmed({
        title: t("prohibition.cancel.title"),
        text: t("prohibition.cancel.text", {
          what: [what(prohibition.target), which(prohibition)].filter(Boolean).join(" "),
        }),
        act: t("prohibition.cancel"),
      })) && change(`/v1/my/prohibitions/${prohibition.id}/cancellation`, prohibition.version),
    refresh,
    t("prohibition.cancelled"),
  );

function settingTask(inForce, refresh) {
  const taken = inForce.map((prohibition) => prohibition.target.serviceTask);
  const free = TASKS.filter((task) => !taken.includes(task));
  return setting("task", free.map((task) => [task, taskName(task)]), "prohibition.set.text", (serviceTask) => ({ type: "SERVICE_TASK", serviceTask }), refresh);
}

/** Social care only: the prohibitions of patient data are made elsewhere. */
function settingRegister(inForce, organisations, refresh) {
  const taken = inForce.map((prohibition) => prohibition.target.controller);
  const free = organisations
    .filter((one) => one.sector === "SOCIAL" && !taken.includes(one.id))
    .map((one) => [one.id, name(one.name)])
    .sort(([, one], [, other]) => one.localeCompare(other, language()));
  return setting("register", free, "prohibition.register.text", (controller) => ({ type: "CONTROLLER", controller }), refresh);
}

/** A choice among values, each with its name, and the button that prohibits the chosen one. */
function setting(id, values, text, target, refresh) {
  if (values.length === 0) return null;
  const select = el("select", { id }, values.map(([value, title]) => el("option", { value }, title)));
  return el(
    "div",
    { class: "setting" },
    el("label", { for: id }, t(`prohibition.choose.${id}`)),
    select,
    act(
      t("prohibition.set"),
      "danger",
      async () =>
        (await confirmed({
          title: t("prohibition.set.title"),
          text: t(text, { what: select.selectedOptions[0].textContent }),
          act: t("prohibition.set"),
          danger: true,
        })) && create("/v1/my/prohibitions", { target: target(select.value) }),
      refresh,
      t("prohibition.saved"),
    ),
  );
}
