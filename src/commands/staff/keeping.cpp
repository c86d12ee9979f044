// What the acts on keeping and erasing share, and what time does.
#include "commands/staff/keeping.h"

#include <algorithm>

namespace radslag::commands {
namespace {

constexpr std::size_t batch = 50;
// Some seconds of work: what is left waits for the next time, so that nobody waits at a start.
constexpr int batches_at_once = 20;
constexpr std::size_t page = 500;

std::vector<workflow::Happening> all_happenings(Reader& reader, CaseId const& id) {
    std::vector<workflow::Happening> all;
    for (;;) {
        auto more = reader.happenings(id, all.empty() ? 0 : all.back().seq, page, true);
        auto const last = more.size() < page;
        std::ranges::move(more, std::back_inserter(all));
        if (last) return all;
    }
}

template <class T, class Keep> std::optional<T> first(std::vector<T> all, Keep keep) {
    for (auto& one : all)
        if (keep(one)) return std::move(one);
    return {};
}

bool look_at_some(World const& world, Writer& writer, std::size_t& looked) {
    auto const now = world.clock.now();
    auto const some = writer.not_kept_in_mind(world.retention->print, batch);
    for (auto const& one : some) {
        auto const organisation = writer.organisation(one.first);
        RADSLAG_SURE(organisation.has_value());
        auto const kept = kept_now(writer, world.books, world.retention, *organisation, one.second,
                                   date_in(organisation->zone, now));
        auto const file = writer.case_file(organisation->id, one.second);
        RADSLAG_SURE(file.has_value());
        writer.put_kept_until(KeptUntil{organisation->id, one.second,
                                        kept ? kept->due.next : std::optional<Date>{},
                                        world.retention->print, file->counter().changed_at});
    }
    looked += some.size();
    return some.size() == batch;
}

} // namespace

std::optional<KeptNow> kept_now(Reader& reader, Books const& books, process::Retention const* rules,
                                Organisation const& organisation, CaseId const& id, Date today) {
    auto const* table = rules == nullptr ? nullptr : rules->of(organisation.country);
    auto file = reader.case_file(organisation.id, id);
    if (table == nullptr || !file) return {};
    KeptNow now{
        std::move(*file), all_happenings(reader, id), nullptr, organisation.zone, today, {}, {}};
    auto const& conference = now.file.conference();
    now.book = books.find(conference.model, conference.model_version);
    if (now.book == nullptr) return {};
    now.keepings = retention::keepings(*table, now.as_case());
    now.due = retention::due(now.keepings, now.as_case());
    return now;
}

std::optional<KeptNow> kept_now(StaffHere const& here, CaseId const& id) {
    return kept_now(here.reader, here.books, here.retention, here.organisation, id, here.today);
}

bool keeps_retention(StaffHere const& here) {
    return here.has(process::Office::manager) || here.has(process::Office::administrator);
}

process::RetentionTable const* rules_of(StaffHere const& here) {
    return here.retention == nullptr ? nullptr : here.retention->of(here.organisation.country);
}

std::optional<Hold> hold_on(StaffHere const& here, CaseId const& id) {
    return first(here.reader.holds(here.organisation.id),
                 [&](Hold const& hold) { return hold.of == id && hold.holds(); });
}

std::optional<Release> release_of(StaffHere const& here, CaseId const& id) {
    return first(here.reader.releases(here.organisation.id),
                 [&](Release const& release) { return release.of == id; });
}

std::optional<Release> release_with(StaffHere const& here, std::string const& id) {
    return first(here.reader.releases(here.organisation.id),
                 [&](Release const& release) { return release.id.text == id; });
}

std::vector<std::string> part_words(retention::Due const& due) {
    std::vector<std::string> words;
    for (auto const& part : due.parts) {
        auto word = std::string(radslag::word(part.kind));
        if (!part.person.empty()) word += ' ' + part.person.text;
        words.push_back(std::move(word));
    }
    return words;
}

std::vector<std::string> waiting_releases(StaffHere const& here) {
    std::vector<std::string> ids;
    for (auto const& release : here.reader.releases(here.organisation.id))
        ids.push_back(release.id.text);
    return ids;
}

std::string retention_label(StaffHere const& here, std::string_view about, std::string const& id) {
    std::int64_t number = 0;
    if (about == "release") {
        if (auto release = release_with(here, id)) number = release->number;
    } else if (about == "hold") {
        for (auto const& hold : here.reader.holds(here.organisation.id))
            if (hold.id.text == id) number = hold.number;
    } else if (auto file = here.reader.case_file(here.organisation.id, CaseId{id})) {
        number = file->conference().number;
    }
    return std::to_string(number);
}

// Those erased before the wiping began, and no others: what is erased meanwhile comes next time.
void wipe_and_mark(World const& world) {
    std::vector<Erasure> erased;
    if (auto reader = world.store.read())
        for (auto const& organisation : (*reader)->organisations())
            for (auto& one : (*reader)->erasures(organisation.id, page))
                if (!one.wiped_at) erased.push_back(std::move(one));
    if (erased.empty()) return;
    auto wiped = world.store.wipe();
    if (!wiped || !*wiped) return;
    static_cast<void>(world.store.write([&](Writer& writer) {
        for (auto& one : erased) {
            one.wiped_at = world.clock.now();
            writer.put_erasure(one);
        }
        return true;
    }));
}

Answer<std::size_t> keep_retention(World const& world) {
    std::size_t looked = 0;
    if (world.retention == nullptr) return looked;
    bool more = true;
    for (int i = 0; more && i < batches_at_once; ++i) {
        auto wrote = world.store.write([&](Writer& writer) {
            more = look_at_some(world, writer, looked);
            return true;
        });
        if (!wrote) return refuse(No::Kind::fault, refusal("world.fault"));
    }
    auto reader = world.store.read();
    if (!reader) return refuse(No::Kind::fault, refusal("world.fault"));
    bool const unwiped = (*reader)->is_unwiped();
    reader->reset();
    if (unwiped) wipe_and_mark(world);
    return looked;
}

} // namespace radslag::commands
