// Where a page of a list ended, as it comes back from the browser.
#include "storage/cursor.h"

#include "fuzz/target.h"

namespace radslag::fuzz {
namespace {

using Order = commands::ListFilter::Order;

void play(std::string_view bytes) {
    for (auto order : {Order::changed, Order::due}) {
        auto const cursor = storage::read_cursor(order, bytes);
        if (!cursor) continue;
        must(bytes.size() % 2 == 0 && bytes.size() <= 256, "two digits to a byte, and not many");
        must(is_utf8(cursor->case_id), "a case's id is UTF-8");
        auto const again = storage::read_cursor(order, storage::write_cursor(order, *cursor));
        must(again && again->key == cursor->key && again->case_id == cursor->case_id,
             "written and read it is the same");
        auto const other = order == Order::due ? Order::changed : Order::due;
        must(!storage::read_cursor(other, bytes), "a cursor is of one order");
    }
}

Texts seeds() {
    auto const id = "0123456789abcdefghjkmnpqrs";
    return {storage::write_cursor(Order::changed, {Cell{std::int64_t{1'790'000'000'000'000}}, id}),
            storage::write_cursor(Order::due, {Cell{std::string("2026-11-27")}, id})};
}
Texts words() { return {"7c", "2d", "30", "39", "00", "ff", "64", "63"}; }

Joins const joins({"cursor", play, seeds, words, 30'000});

} // namespace
} // namespace radslag::fuzz
