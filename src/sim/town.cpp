#include "sim/town.h"

namespace radslag::sim {
namespace {

bool leads(std::uint32_t offices) {
    return ((offices >> unsigned(process::Office::coordinator)) & 1U) != 0;
}

// PN12: leaders are trained, and supervised together.
Lines training_of(Tongue const& tongue, Date today) {
    auto const* said = tongue.said("record_training", "words", {});
    if (said == nullptr || said->size() < 2) return {};
    return {write_date(add_days(today, -420)) + " training " + said->front(),
            write_date(add_days(today, -75)) + " supervision " + said->back()};
}

commands::Staff make_staff(Town const& town, TownWords const& words, Account const& account,
                           Random& random, Instant now) {
    commands::Staff one;
    one.id = StaffId::make(random);
    one.organisation = town.organisation.id;
    one.name = account.name;
    one.mail = account.at + "@" + words.mail;
    one.offices = account.offices;
    one.language = words.language;
    one.pledged_at = now;
    if (leads(account.offices)) one.training = training_of(*town.tongue, date_in(words.zone, now));
    return one;
}

std::vector<TownWords> several(std::vector<TownWords> const& towns, std::size_t of_each) {
    std::vector<TownWords> all;
    for (std::size_t nth = 1; nth <= of_each; ++nth)
        for (auto words : towns) {
            if (nth > 1) {
                words.name += " " + std::to_string(nth);
                words.mail = std::to_string(nth) + "." + words.mail;
            }
            all.push_back(std::move(words));
        }
    return all;
}

} // namespace

Outcome<std::vector<Town>> make_towns(commands::Store& store, Random& random, Instant now,
                                      std::size_t of_each) {
    std::vector<Town> towns;
    for (auto words : several(phrasebook().towns, of_each)) {
        Town town;
        town.organisation = {OrganisationId::make(random), words.name, words.country, words.zone,
                             words.language};
        town.every_model = words.every_model;
        town.tongue = &phrasebook().tongue(words.language);
        for (auto const& account : words.staff)
            town.staff.push_back(make_staff(town, words, account, random, now));
        towns.push_back(std::move(town));
    }
    auto wrote = store.write([&](commands::Writer& writer) {
        for (auto const& town : towns) {
            writer.put(town.organisation);
            for (auto const& one : town.staff) writer.put(one);
        }
        return true;
    });
    if (!wrote) return tl::unexpected(wrote.error());
    return towns;
}

} // namespace radslag::sim
