// Doing what a scene says: every act goes through commands::perform, open_case, refer.
#include <algorithm>

#include <fmt/format.h>

#include "scenes/town.h"

namespace radslag::scenes {
namespace {

using commands::FieldType;
using commands::Request;
using commands::Value;

struct NoSecrets final : commands::Secrets {
    std::optional<std::string> hash_password(std::string const&) override { return {}; }
    std::optional<bool> fits(std::string const&, std::string const&) override { return {}; }
    std::string hash_code(std::string_view) override { return {}; }
};

// "told in person on 2026-03-01" → in_person, 2026-03-01
void read_told(std::string text, Request& request) {
    if (auto on = text.rfind(" on "); on != std::string::npos && read_date(text.substr(on + 4))) {
        request.told_on = text.substr(on + 4);
        text = text.substr(0, on);
    }
    for (std::string_view small : {"by ", "on "})
        if (text.starts_with(small)) text = text.substr(small.size());
    std::replace(text.begin(), text.end(), ' ', '_');
    request.told = text;
}

struct Said { // "Karin | invite | Nils, Ada | …"
    std::string who;
    Phrase phrase;
    std::string rest;
};

std::optional<Said> find_phrase(std::string const& head) {
    std::optional<Said> found;
    std::size_t at_best = std::string::npos;
    std::size_t longest = 0;
    for (auto const& phrase : phrases()) {
        auto const words = third_person(phrase.words);
        auto at = head.find(" " + words);
        if (at == std::string::npos) continue;
        auto const end = at + 1 + words.size();
        if (end < head.size() && head[end] != ' ' && head[end] != ',') continue;
        if (at > at_best || (at == at_best && words.size() < longest)) continue;
        at_best = at;
        longest = words.size();
        found = Said{trim(head.substr(0, at)), phrase, trim(head.substr(end))};
    }
    return found;
}

// "Å times 101": long texts in few words.
std::string written(std::string const& text) {
    std::vector<std::string> stars;
    if (!fits("* times *", text, stars) ||
        stars[1].find_first_not_of("0123456789") != std::string::npos)
        return text;
    std::string all;
    for (int i = std::stoi(stars[1]); i > 0; --i) all += stars[0];
    return all;
}

} // namespace

// ---- doing
// -----------------------------------------------------------------------------------------

void Town::when(Line const& line) {
    settle(&line);
    at_ = line.place;
    Stars s;
    if (fits("* becomes today at *", line.text, s)) return today(s[0], s[1]);
    if (fits("* becomes today", line.text, s)) return today(s[0], "09:00");
    if (fits("* sends it again", line.text, s)) {
        must(sent_.has_value(), "nothing was sent yet");
        auto again = *sent_;
        again.caller = caller(staff(s[0]));
        return send(std::move(again));
    }
    act(line);
}

void Town::settle(Line const* line) {
    if (!last_.any || last_.judged || last_.done) {
        last_.judged = true;
        return;
    }
    std::string why;
    for (auto const& r : last_.no.why) {
        why += (why.empty() ? "" : "; ") + r.code + (r.field.empty() ? "" : " about " + r.field);
        for (auto const& [name, fact] : r.facts) why += " (" + name + ": " + fact + ")";
    }
    last_.judged = true;
    throw Wrong(at_,
                "refused, and the scene does not say so: " + why +
                    (line == nullptr ? "" : fmt::format(" (before line {})", line->place.line)));
}

void Town::act(Line const& line) {
    auto const cut = line.text.find(": ");
    auto head = line.text.substr(0, cut);
    auto said = find_phrase(head);
    if (!said) wrong("no such act: " + line.text);
    Request like;
    std::vector<std::string> whom{""};
    std::string about = said->rest;
    if (auto at = about.find(", told "); at != std::string::npos) {
        read_told(about.substr(at + 7), like);
        about = about.substr(0, at);
    }
    if (about.starts_with("for ")) about = ", " + about;
    if (auto at = about.find(", for "); at != std::string::npos) {
        whom = split(about.substr(at + 6), ", ");
        about = about.substr(0, at);
    }
    if (about == "for") about.clear();
    auto const* declared = commands::find_act(said->phrase.act);
    auto const& doer = staff(said->who);
    auto const rows = split(about, ", ");
    for (auto const& row : rows)
        for (auto const& one : whom) {
            Sent sent{caller(doer), std::string(said->phrase.act), like};
            if (!one.empty()) sent.request.for_whom = person(one);
            bool const own = sent.act == "declare_impartial" && row.empty();
            if (declared != nullptr && !declared->about.empty())
                sent.request.about = row_of(declared->about, own ? doer.name : row);
            else if (auto const* house = commands::find_staff_act(sent.act);
                     house != nullptr && !house->about.empty())
                house_row(sent, house->about, row);
            else if (!row.empty()) wrong("this act is about nothing: " + row);
            if (cut != std::string::npos) read_fields(sent, line.text.substr(cut + 2));
            sent.request.id = ActId::make(random_);
            send(std::move(sent));
            if (!last_.done) return;
        }
}

// An account or a restriction; a change is based on what stands there.
void Town::house_row(Sent& sent, std::string_view kind, std::string const& words) {
    if (kind == "staff") {
        sent.request.about = staff(words).id.text;
        return;
    }
    must(kind == "restriction", "scenes have no words for a " + std::string(kind));
    auto const one = restriction(words);
    sent.request.about = one.id.text;
    if (commands::find_staff_act(sent.act)->based_on) sent.request.base = one.version;
}

void Town::read_fields(Sent& sent, std::string const& text) {
    for (auto const& part : split(text, "; ")) {
        auto const cut = part.find(": ");
        if (cut == std::string::npos) wrong("a field is written name: value, not " + part);
        auto const field = trim(part.substr(0, cut));
        sent.request.fields.emplace(field, value_of(sent, field, trim(part.substr(cut + 2))));
    }
}

Value Town::value_of(Sent const& sent, std::string const& field, std::string const& text) {
    auto list = [&] { return text == "nobody" ? std::vector<std::string>{} : split(text, ", "); };
    if (field == "confirms") return list();
    if (field == "staff") return staff(text).id.text;
    auto type = FieldType::text;
    auto read_type = [&](auto const* declared) {
        if (declared == nullptr) return;
        for (auto const& spec : declared->fields)
            if (spec.name == field) type = spec.type;
    };
    read_type(commands::find_act(sent.act));
    read_type(commands::find_staff_act(sent.act));
    switch (type) {
    case FieldType::choices:
        return list();
    case FieldType::texts:
        return std::vector<std::string>{written(text)};
    case FieldType::people: {
        auto names = list();
        for (auto& name : names) name = person(name);
        return names;
    }
    case FieldType::person:
        return person(text);
    case FieldType::row:
        return row_by_words(field, text);
    case FieldType::yes_no:
        return text == "yes";
    case FieldType::number:
        if (text.starts_with("the last ")) return last_of(sent.caller, text.substr(9));
        return std::int64_t{std::stoll(text)};
    default:
        return written(text);
    }
}

void Town::send(Sent sent) {
    sent_ = sent;
    clock_.set(Instant{clock_.now().micros + 1'000'000});
    std::int64_t before = case_.empty() ? 0 : reader()->last_seq(case_);
    if (!case_.empty() && !sent.request.base) {
        auto seen = seen_.find(sent.caller.staff.text);
        auto const* declared = commands::find_act(sent.act);
        if (declared != nullptr && declared->based_on)
            sent.request.base = seen != seen_.end() ? seen->second : file().counter().version;
        sent_->request.base = sent.request.base;
    }
    auto answer = dispatch(sent);
    last_ = Outcome{true, false, {}, {}};
    if (answer) {
        if (!answer->case_id.empty()) case_ = CaseId{answer->case_id};
        if (seen_.contains(sent.caller.staff.text)) seen_[sent.caller.staff.text] = answer->version;
        last_.done = std::move(*answer);
        return;
    }
    last_.no = std::move(answer.error());
    std::int64_t const after = case_.empty() ? 0 : reader()->last_seq(case_);
    must(before == after, "refused, and yet something was written");
}

commands::Answer<commands::view::Done> Town::dispatch(Sent const& sent) {
    if (sent.act == "open_case") return commands::open_case(world(), sent.caller, sent.request);
    if (sent.act == "refer") return commands::refer(world(), sent.caller, sent.request);
    if (commands::find_act(sent.act) == nullptr) {
        NoSecrets secrets;
        auto done =
            commands::perform_staff(world(), {secrets, {}}, sent.caller, sent.act, sent.request);
        auto fresh = reader();
        for (auto& one : staff_) one = *fresh->staff(one.id);
        return done;
    }
    must(!case_.empty(), "there is no case yet");
    return commands::perform(world(), sent.caller, case_, sent.act, sent.request);
}

// The number by which the log of the one who asks calls the newest line of this kind.
std::int64_t Town::last_of(commands::Caller const& who, std::string const& happening) {
    std::string cursor;
    do {
        auto log = commands::look_at_log(world(), who, case_, cursor);
        if (!log) wrong("no log to find it in");
        for (auto const& entry : log->entries)
            if (entry.act == happening) return entry.seq;
        cursor = log->next;
    } while (!cursor.empty());
    wrong("the log does not tell of " + happening);
}

} // namespace radslag::scenes
