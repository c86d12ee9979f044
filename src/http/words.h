#pragma once
// The words of every refusal in every language, from contract/refusals.toml.
#include "base/base.h"

namespace radslag::http {

// The file as it was when the program was built.
std::string_view refusals_toml();

class RefusalWords {
public:
    explicit RefusalWords(std::string_view toml);
    // In the language, else in English; an unknown code gives the words of "house.refused".
    [[nodiscard]] std::string tell(Refusal const& why, std::string_view language) const;
    [[nodiscard]] std::vector<std::string> codes() const;

private:
    std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>> words_;
};

// The first language of an Accept-Language that the software speaks; nothing when it speaks none.
std::string chosen_language(std::string_view accept_language);

} // namespace radslag::http
