/** Who is signed in, where the desk has accounts. */
import { post } from "../data/client.ts";
import { say } from "../i18n/index.ts";
import { me } from "../state/session.ts";
import { mayLeave } from "../state/unsaved.ts";
import { Icon } from "./icon.tsx";
import { Menu } from "./menu.tsx";

export function Account() {
  const who = me.value;
  if (!who?.accounts || !who.name) return null;
  return (
    <Menu label={who.name} icon={<Icon name="person" />}>
      <bdi>
        {who.name} · {who.role}
      </bdi>
      <button type="button" class="button" onClick={leave}>
        {say("sign_out")}
      </button>
    </Menu>
  );
}

async function leave() {
  if (!mayLeave()) return;
  await post("/api/logout", {});
  location.assign("/login");
}
