// Asks and records by a client that was generated from the OpenAPI document, and prints what it was answered, as JSON.
// It uses no casts: that it compiles says that the document's types are those of the answers.
import createClient from "openapi-fetch";
import type { components, paths } from "./api.js";

const [baseUrl, token] = process.argv.slice(2);
type Json = "application/json" | `application/${string}+json`;
const client = createClient<paths, Json>({ baseUrl });
const authorized = createClient<paths, Json>({ baseUrl, headers: { Authorization: `Bearer ${token}` } });

function given<T>(answer: { data?: T; error?: unknown; response: Response }): T {
    if (answer.data === undefined) {
        throw new Error(`${answer.response.status} ${answer.response.url}: ${JSON.stringify(answer.error)}`);
    }
    return answer.data;
}

// A dry run has other members.
function inLedger(answer: components["schemas"]["WriteAnswer"]): { position: number; isProven: boolean } {
    if (answer.position !== undefined && answer.receipt !== undefined) {
        return { position: answer.position, isProven: answer.receipt.proof.length > 0 };
    }
    throw new Error(`nothing was recorded: ${JSON.stringify(answer)}`);
}

// A state: counts are numbers, what is always there needs no check, and what may be left out does.
const asked = await client.GET("/polities/{polity}/state", {
    params: { path: { polity: "artsakh" }, query: { on: "2006-06-01", "known-at": "0001-article" } },
});
const state = given(asked);
const position: number = state.knownAt.position;
const entries: components["schemas"]["Entry"][] = state.entries;
const holders: string[] = entries.filter((entry) => entry.kind === "foreign-minister").map((entry) => `${entry.party.name}: ${entry.certainty ?? ""}`);
const unchanged: string | null | undefined = state.unchanged?.until;

// The same again, which the client has already.
const again = await client.GET("/polities/{polity}/state", {
    params: {
        path: { polity: "artsakh" },
        query: { on: "2006-06-01", "known-at": "0001-article" },
        header: { "If-None-Match": asked.response.headers.get("ETag") ?? "" },
    },
});

// A list, page by page.
const ids: string[] = [];
let cursor: string | undefined;
do {
    const page = given(await client.GET("/facts", { params: { query: { polity: "artsakh", limit: 200, cursor } } }));
    ids.push(...page.items.map((fact) => fact.id));
    cursor = page.next ? (new URL(page.next, baseUrl).searchParams.get("cursor") ?? undefined) : undefined;
} while (cursor !== undefined);

// A timeline: who took part is an entity, or what a source calls somebody whom it does not name.
const timeline = given(
    await client.GET("/polities/{polity}/timeline", { params: { path: { polity: "artsakh" }, query: { from: "2012", to: "2012" } } }),
);
const parties = timeline.items.flatMap((item) => item.parties).map((party) => party.name ?? party.unnamed);

// Parameters with slashes, which the client sends as %2F.
const episode = given(await client.GET("/episodes/{id}", { params: { path: { id: entries[0].episode } } }));
const tile = await client.GET("/log/tile/{path}", { params: { path: { path: "0/000" } }, parseAs: "arrayBuffer" });

// A refusal is a problem.
const refused = await client.GET("/polities/{polity}/state", { params: { path: { polity: "artsakh" }, query: { on: "yesterday" } } });
const problem: string | undefined = refused.error?.detail ?? undefined;

// Something is recorded, twice by one key, and found.
const body: components["schemas"]["entity"] = {
    id: "jermuk",
    kind: "municipality",
    names: [{ text: "Jermuk", language: "en" }],
    reason: "a trial",
};
const described = { params: { header: { "Idempotency-Key": '"described-by-a-generated-client"' } }, body };
const recorded = inLedger(given(await authorized.POST("/entities", described)));
const repeated = inLedger(given(await authorized.POST("/entities", described)));
const entity = given(await client.GET("/entities/{id}", { params: { path: { id: "jermuk" } } }));

// A fact of a kind of its own, with its source: first what it would change.
const archived: components["schemas"]["source"] = {
    id: "gazette-of-a-generated-client",
    csl: { type: "webpage", title: "A gazette" },
    excerptOnly: true,
    reason: "a trial",
};
inLedger(given(await authorized.POST("/sources", { body: archived })));
const opened: components["schemas"]["fact"] = {
    type: "office-opened",
    polity: "artsakh",
    date: "2018-05",
    city: { id: "jermuk" },
    citations: [{ source: archived.id, quote: "an office was opened" }],
};
const foreseen = given(await authorized.POST("/facts", { params: { query: { "dry-run": true } }, body: opened }));
const fact = inLedger(given(await authorized.POST("/facts", { body: opened })));

// Who is called so, how they stood, and what changed.
const found = given(await client.GET("/entities", { params: { query: { q: "Jermuk" } } }));
const relations = given(
    await client.GET("/polities/{polity}/relations/{entity}", {
        params: { path: { polity: "artsakh", entity: "ukraine" }, query: { on: "2010-01-01" } },
    }),
);
const changes = given(
    await client.GET("/polities/{polity}/changes", { params: { path: { polity: "artsakh" }, query: { from: "2018-04", to: "2018-06" } } }),
);

console.log(
    JSON.stringify({
        position,
        holders,
        unchanged,
        again: again.response.status,
        facts: new Set(ids).size,
        listed: ids.length,
        parties: parties.length,
        episode: episode.episode === entries[0].episode,
        tile: tile.data?.byteLength,
        refused: refused.response.status,
        problem,
        recorded: recorded.position,
        repeated: repeated.position,
        isProven: recorded.isProven,
        entity: entity.id,
        foreseen: foreseen.flips?.map((flip) => flip.episode),
        fact: fact.position,
        found: found.items.map((one) => one.id),
        status: relations.recognition.ofPolity.status,
        changed: changes.items.map((change) => change.episode),
    }),
);
