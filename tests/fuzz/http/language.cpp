// The reader's language, and the words of a no with facts that hold whatever somebody sent.
#include "fuzz/target.h"
#include "http/json.h"
#include "http/words.h"

#include <boost/json.hpp>

namespace radslag::fuzz {
namespace {

void play(std::string_view bytes) {
    static http::RefusalWords const words(http::refusals_toml());
    auto const language = http::chosen_language(bytes);
    must(language.empty() || language == "sv" || language == "da" || language == "en", "of ours");
    auto const told = words.tell(
        refusal("field.too_long").with("limit", std::string(bytes)).with("found", "{limit}"), "sv");
    must(told.find(bytes) != std::string::npos, "a fact is told as it is");
    if (!is_utf8(bytes)) return;
    std::string json;
    http::json::text(json, bytes);
    auto const read = boost::json::parse(json);
    must(std::string_view(read.as_string().data(), read.as_string().size()) == bytes, "JSON stays");
    must(json.find('<') == json.npos, "no answer has tags");
}

Texts seeds() { return {"da, en-gb;q=0.8, en;q=0.7", "sv-SE", "*", "fr;q=1,sv;q=0"}; }
Texts words() { return {"sv", "da", "-", ";q=", ",", "{limit}", "\\", "\"", "<"}; }

Joins const joins({"language", play, seeds, words, 20'000});

} // namespace
} // namespace radslag::fuzz
