import { act } from "./act.js";
import { change, create } from "./api.js";
import { confirmed } from "./confirm.js";
import { el, pair } from "./dom.js";
import { moment, name, t } from "./language.js";
import { print } from "./print.js";
import { TASKS, taskName } from "./tasks.js";

/** Prohibitions in force, a way to set one on a service task, and those cancelled. */
export function prohibitions(all, refresh) {
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
    setting(inForce, refresh),
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

function setting(inForce, refresh) {
  const taken = inForce.map((prohibition) => prohibition.target.serviceTask);
  const free = TASKS.filter((task) => !taken.includes(task));
  if (free.length === 0) return null;
  const select = el("select", { id: "task" }, free.map((task) => el("option", { value: task }, taskName(task))));
  return el(
    "div",
    { class: "setting" },
    el("label", { for: "task" }, t("prohibition.choose")),
    select,
    act(
      t("prohibition.set"),
      "danger",
      async () =>
        (await confirmed({
          title: t("prohibition.set.title"),
          text: t("prohibition.set.text", { what: taskName(select.value) }),
          act: t("prohibition.set"),
          danger: true,
        })) && create("/v1/my/prohibitions", { target: { type: "SERVICE_TASK", serviceTask: select.value } }),
      refresh,
      t("prohibition.saved"),
    ),
  );
}
