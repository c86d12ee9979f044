// The log: what happened, as far as this reader may know. What belongs to a closed matter is left
// out whole; neither the entries nor the cursor count it.
#include <algorithm>
#include <charconv>

#include "commands/looks/log.h"
#include "commands/looks/log_kinds.h"
#include "commands/looks/looks.h"
#include "commands/looks/noted.h"
#include "commands/private_time.h"

namespace radslag::commands {
namespace looks {
namespace {

using process::Matter;
using workflow::Happening;

constexpr std::size_t page_size = 50;
constexpr std::size_t takeable = 20; // how far back one can be expected to take an act back

std::optional<std::int64_t> read_number(std::string_view text) {
    std::int64_t number = 0;
    auto const* end = text.data() + text.size();
    auto read = std::from_chars(text.data(), end, number);
    if (read.ec != std::errc{} || read.ptr != end) return {};
    return number;
}

// Made of the act's id, which is random and told to nobody but its maker; fits into a double.
std::int64_t line_number(ActId const& act, std::size_t nth) {
    std::uint64_t hash = 0xcbf29ce484222325U + nth;
    for (auto c : act.text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    hash = (hash ^ (hash >> 29U)) * 0xbf58476d1ce4e5b9U;
    return static_cast<std::int64_t>((hash ^ (hash >> 32U)) & ((std::uint64_t{1} << 52U) - 1));
}

class Log {
public:
    Log(Look const& look, std::vector<Happening> all)
        : look_(look),
          alone_(look.here),
          all_(std::move(all)),
          takes_back_(workflow::may_in_own_name(look.here.book, look.here.facts,
                                                look.here.actor.who, "take_back")) {
        std::size_t nth = 0;
        for (std::size_t i = 0; i < all_.size(); ++i) {
            nth = i > 0 && all_[i].act == all_[i - 1].act ? nth + 1 : 0;
            if (is_open(all_[i])) open_.push_back({&all_[i], line_number(all_[i].act, nth)});
        }
    }

    // Entries before the `end`th, newest first; entries are counted from the oldest that is open.
    [[nodiscard]] view::LogView page(std::optional<std::size_t> end) const {
        view::LogView view;
        auto const from = std::min(end.value_or(open_.size()), open_.size());
        auto const to = from > page_size ? from - page_size : 0;
        for (auto i = from; i > to; --i) view.entries.push_back(entry(open_[i - 1]));
        if (to > 0) view.next = std::to_string(to);
        return view;
    }

    [[nodiscard]] std::optional<Happening> find(std::int64_t number) const {
        for (auto const& line : open_)
            if (line.number == number) return *line.happening;
        return {};
    }

private:
    struct Line {
        Happening const* happening;
        std::int64_t number;
    };
    Look const& look_;
    PrivateTime alone_;
    std::vector<Happening> all_; // in order, without a gap
    bool takes_back_;
    std::vector<Line> open_;

    [[nodiscard]] bool did(Happening const& h) const {
        return (h.staff && h.staff == look_.here.actor.staff) || look_.is_me(h.by) ||
               look_.is_me(h.for_whom);
    }
    [[nodiscard]] bool is_open(Happening const& h) const {
        auto const* kind = kind_of(h.name);
        if (kind == nullptr) return false;
        if (kind->detail == "act") { // about another entry: open with it
            auto const* other = target(h);
            return other != nullptr && is_open(*other);
        }
        if (kind->matter == Matter::plan && alone_.covers(h.at)) return false;
        // Nobody reads here what others told about them in confidence.
        bool const mine =
            did(h) || (kind->matter != Matter::safety && look_.is_me(PersonId{h.about}));
        if (!look_.all(Matter::log) && !mine) return false;
        return !kind->matter || look_.all(*kind->matter) || (look_.any(*kind->matter) && mine);
    }
    [[nodiscard]] Happening const* target(Happening const& h) const {
        auto seq = read_number(h.about);
        if (!seq || all_.empty()) return nullptr;
        auto const at = *seq - all_.front().seq;
        if (at < 0 || *seq >= h.seq) return nullptr; // what is told of is older: this ends
        return &all_[static_cast<std::size_t>(at)];
    }

    [[nodiscard]] std::string doer(Happening const& h) const {
        auto const& here = look_.here;
        if (h.by) {
            auto name = look_.name_for(*h.by);
            auto const* person = people::find(here.all<people::Person>(), *h.by);
            auto role = person == nullptr ? std::string{} : look_.words("role", person->role);
            return role.empty() || role == name ? name : name + ", " + role;
        }
        if (!h.staff) return {};
        auto staff = here.reader.staff(*h.staff);
        return staff ? staff->name : std::string{};
    }

    [[nodiscard]] std::string about(std::string const& id) const {
        auto const& file = look_.here.file;
        if (auto const* p = file.find<people::Person>(PersonId{id})) return look_.name_for(p->id);
        RowId const row{id};
        if (auto const* a = file.find<conference::Assignment>(row))
            return look_.name_for(a->person);
        if (auto const* m = file.find<meeting::Meeting>(row))
            return look_.words("meeting", m->meeting);
        if (auto const* d = file.find<workflow::Due>(row))
            return d->kind == workflow::DueKind::deadline ? look_.words("deadline", d->of) : "";
        if (auto const* s = file.find<people::Speaks>(row)) return look_.name_for(s->guardian);
        if (auto const* c = file.find<consent::Consent>(row)) return look_.name_for(c->person);
        if (auto const* i = file.find<circle::Invitation>(row)) return look_.name_for(i->person);
        if (auto const* p = file.find<preparation::Prepared>(row)) return look_.name_for(p->person);
        if (auto const* q = file.find<preparation::Question>(row))
            return look_.shows(Matter::questions, q->by) ? q->text : "";
        if (auto const* a = file.find<plan::Action>(row))
            return look_.shows(Matter::plan, a->owner) && !alone_.covers(a->written_at) ? a->what
                                                                                        : "";
        if (auto const* p = file.find<casepapers::Paper>(row))
            return look_.shows(Matter::papers, p->written_by) ? p->title : "";
        return {};
    }

    [[nodiscard]] std::string detail(Happening const& h, Kind const& kind) const {
        if (h.detail.empty() || kind.detail.empty()) return {};
        auto const& model = look_.here.model();
        if (kind.detail == "act") return h.detail;
        if (kind.detail == "number") return read_number(h.detail) ? h.detail : "";
        if (kind.detail == "words") return look_.house("word." + h.detail);
        if (kind.detail == "need") {
            auto const* need = model.need(h.detail);
            return need != nullptr ? need_text(look_, *need) : "";
        }
        if (kind.detail == "step" || kind.detail == "review") {
            for (auto const& meeting : model.meetings)
                if (auto key = meeting.id + "." + h.detail; look_.words(kind.detail, key) != key)
                    return look_.words(kind.detail, key);
            return {};
        }
        if (kind.detail == "field")
            return look_.words("field", look_.here.conference().intake + "." + h.detail);
        return look_.words(kind.detail, h.detail);
    }

    [[nodiscard]] bool can_take_back(Happening const& h) const {
        if (!takes_back_ || h.taken_back_by || h.staff != look_.here.actor.staff) return false;
        if (static_cast<std::size_t>(all_.back().seq - h.seq) >= takeable) return false;
        auto const* act = find_act(h.name);
        return act != nullptr && act->can_be_taken_back;
    }

    [[nodiscard]] view::LogEntry entry(Line const& line) const {
        auto const& h = *line.happening;
        auto const& kind = *kind_of(h.name);
        view::LogEntry entry;
        entry.seq = line.number;
        entry.at = h.at;
        entry.act = h.name;
        entry.who = doer(h);
        entry.for_whom = look_.name_for(h.for_whom);
        if (h.told) entry.told = word(*h.told);
        entry.told_on = h.told_on;
        entry.about = about(kind.detail == "act" ? target(h)->about : h.about);
        entry.why = did(h) ? h.why : why_words(look_, h.why);
        entry.detail = detail(h, kind);
        entry.taken_back = h.taken_back_by.has_value();
        entry.can_take_back = can_take_back(h);
        return entry;
    }
};

std::vector<Happening> all_happenings(Reader& reader, CaseId const& id) {
    constexpr std::size_t some = 500;
    std::vector<Happening> all;
    for (;;) {
        auto more = reader.happenings(id, all.empty() ? 0 : all.back().seq, some, false);
        bool const last = more.size() < some;
        std::move(more.begin(), more.end(), std::back_inserter(all));
        if (last) return all;
    }
}

} // namespace
} // namespace looks

std::optional<workflow::Happening> line_of_log(Here const& here, std::int64_t number) {
    looks::Look const look(here);
    if (!look.any(process::Matter::log)) return {};
    return looks::Log(look, looks::all_happenings(here.reader, here.conference().id)).find(number);
}

Answer<view::LogView> look_at_log(World const& world, Caller const& caller, CaseId const& id,
                                  std::string const& cursor) {
    auto reader = world.store.read();
    if (!reader) return refuse(No::Kind::fault, refusal("world.fault"));
    auto const now = world.clock.now();
    auto loaded = load(**reader, world.books, caller, id, now);
    if (!loaded) return tl::unexpected<No>(std::move(loaded.error()));
    auto const here = here_in(*loaded, world.books, caller, **reader, now);
    looks::Look const look(here);
    if (!look.any(process::Matter::log))
        return refuse(No::Kind::not_there, refusal("case.not_there"));
    std::optional<std::size_t> end;
    if (!cursor.empty()) {
        auto number = looks::read_number(cursor);
        if (!number || *number < 0)
            return refuse(No::Kind::form, refusal("field.cursor", "cursor"));
        end = static_cast<std::size_t>(*number);
    }
    auto note = looked(world, caller, "look_at_log");
    note.of = id;
    note.matters = {std::string(word(process::Matter::log))};
    return told_and_noted(world, looks::Log(look, looks::all_happenings(**reader, id)).page(end),
                          {std::move(note)});
}

} // namespace radslag::commands
