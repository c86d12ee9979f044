#include "commands/commands.h"

namespace radslag::commands {

Books::Books(process::Library library) : library_(std::move(library)) {
    for (auto const& model : library_.all())
        books_.push_back(std::make_unique<workflow::RuleBook>(model));
    for (auto const& book : books_)
        if (newest(book->model().id) == book.get()) all_.push_back(book.get());
}

workflow::RuleBook const* Books::find(std::string_view model, std::int64_t version) const {
    for (auto const& book : books_)
        if (book->model().id == model && book->model().version == version) return book.get();
    return nullptr;
}

workflow::RuleBook const* Books::newest(std::string_view model) const {
    workflow::RuleBook const* found = nullptr;
    for (auto const& book : books_)
        if (book->model().id == model &&
            (found == nullptr || book->model().version > found->model().version))
            found = book.get();
    return found;
}

workflow::Circumstances circumstances(Reader& reader, Organisation const& organisation,
                                      Instant now) {
    workflow::Circumstances around{date_in(organisation.zone, now)};
    for (auto const& one : reader.restrictions(organisation.id)) {
        if (!one.room_at_most || one.put_at > now) continue;
        auto until = one.until;
        if (one.ended_on && (!until || *one.ended_on <= *until))
            until = add_days(*one.ended_on, -1);
        around.room_limits.push_back({one.from, until, *one.room_at_most});
    }
    return around;
}

Answer<Loaded> load(Reader& reader, Books const& books, Caller const& caller, CaseId const& id,
                    Instant now) {
    auto not_there = [] { return refuse(No::Kind::not_there, refusal("case.not_there")); };
    auto organisation = reader.organisation(caller.organisation);
    auto staff = reader.staff(caller.staff);
    if (!organisation || !staff || staff->locked_at || staff->organisation != caller.organisation)
        return not_there();
    auto file = reader.case_file(caller.organisation, id);
    if (!file) return not_there();
    auto const* book = books.find(file->conference().model, file->conference().model_version);
    if (book == nullptr)
        return refuse(No::Kind::fault,
                      refusal("case.no_model").with("model", file->conference().model));
    Loaded loaded;
    loaded.around = circumstances(reader, *organisation, now);
    loaded.today = loaded.around.today;
    loaded.actor = workflow::actor_in(*book, *file, caller.staff, staff->offices);
    loaded.facts = workflow::abstract(*book, *file, loaded.around);
    bool const has_part = !loaded.actor.as.empty() || !loaded.actor.unready.empty() ||
                          workflow::has_part(*book, loaded.facts, staff->offices);
    if (!has_part) return not_there();
    loaded.organisation = std::move(*organisation);
    loaded.staff = std::move(*staff);
    loaded.file = std::move(*file);
    loaded.book = book;
    return loaded;
}

Here here_in(Loaded const& loaded, Books const& books, Caller const& caller, Reader& reader,
             Instant now) {
    return {*loaded.book,    loaded.file,   loaded.facts,
            loaded.actor,    loaded.staff,  loaded.organisation,
            caller.language, now,           loaded.today,
            reader,          loaded.around, books};
}

} // namespace radslag::commands
