#pragma once
// What opening a case and referring a family share: reading how it begins, the empty file that the
// first happening writes into, saving it. Private to the room.
#include "commands/acts.h"

namespace radslag::commands {

struct Beginning {
    workflow::RuleBook const* book = nullptr;
    process::Intake const* intake = nullptr;
};

struct Start {
    World const& world;
    Writer& writer;
    Caller const& caller;
    Request const& request;
    Instant now;
    Organisation organisation;
    Staff staff;
    Beginning beginning;
};

using Begins = Answer<view::Done> (*)(Start const&);
// The act that begins a case, done once for its id. `referral`: the kind of intake that it takes.
Answer<view::Done> begin_case(World const& world, Caller const& caller, Request const& request,
                              std::string_view act, bool referral, Begins begins);

workflow::Draft begin(Start const& start, std::string const& act);
void enter_first_stage(workflow::Draft& draft);
view::Done save(Start const& start, workflow::Draft& draft);
Answer<Input> read_fields(Start const& start, Act const& act);

inline tl::unexpected<No> form(Refusal why) { return refuse(No::Kind::form, std::move(why)); }

} // namespace radslag::commands
