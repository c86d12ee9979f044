// Dates, instants (also the test clock's file), times, spans, ids.
#include "fuzz/target.h"

namespace radslag::fuzz {
namespace {

void check_calendar(Date date) {
    auto const week = iso_week(date);
    must(week.week >= 1 && week.week <= 53 && week.day >= 1 && week.day <= 7, "a week of a year");
    for (std::string const zone : {"Europe/Stockholm", "Europe/Copenhagen"})
        for (int minutes : {0, 150, 1439})
            if (exists_in(zone, date, {minutes}))
                must(date_in(zone, instant_of(zone, date, {minutes})) == date,
                     "the same day there");
}

void play(std::string_view bytes) {
    if (auto date = read_date(bytes)) {
        must(write_date(*date) == bytes, "a date is written as it was read");
        check_calendar(*date);
    }
    if (auto instant = read_instant(bytes))
        must(read_instant(write_instant(*instant)) == instant, "an instant stays");
    if (auto time = read_time(bytes))
        must(write_time(*time) == bytes, "a time is written as it was read");
    if (auto span = read_span(bytes)) {
        must(read_span(write_span(*span)) == span, "a span stays");
        for (auto text : {"1850-01-01", "2024-02-29", "2200-12-31"}) {
            auto const date = *read_date(text);
            must(add(date, *span).ok() && subtract(date, *span).ok(), "a date plus a span is one");
            must(add(date, *span) > date, "a span goes on");
        }
    }
    if (auto id = ActId::read(bytes)) must(id->text == bytes && bytes.size() == id_length, "an id");
}

Texts seeds() {
    Texts all{"2026-02-28",
              "2028-02-29",
              "1850-01-01",
              "2200-12-31",
              "2026-11-22T13:41:07.123456Z",
              "2026-11-22T13:41:07Z",
              "23:59",
              "5 days",
              "9999 years",
              "1 month",
              "6 weeks"};
    for (auto& one : quoted_in("tests/base/date_test.cpp")) all.push_back(std::move(one));
    SeededRandom random(1);
    all.push_back(random_id_text(random));
    return all;
}
Texts words() {
    return {"Z", "T", ":", "-", ".", " days", " weeks", " months", " years", "02", "30"};
}

Joins const joins({"date", play, seeds, words, 30'000});

} // namespace
} // namespace radslag::fuzz
