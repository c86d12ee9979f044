#pragma once
// Who is in the case, and how each stands to the meeting ahead.
#include "commands/views/words.h"

namespace radslag::commands::view {

struct ContactView { // only who may see contacts gets the words; others that something is there
    bool there = false;
    std::optional<std::string> phone, mail, address, number;
    std::optional<bool> number_doubt; // its check digit fails; real Danish ones do since 2007
    using Self = ContactView;
    static constexpr std::string_view schema = "Contact";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(there), RADSLAG_F(phone), RADSLAG_F(mail), RADSLAG_F(address),
                        RADSLAG_F(number), RADSLAG_F(number_doubt));
};

struct SpeaksView {
    std::string id;
    std::string whom;
    std::string name;
    bool shut_out = false;
    std::string shut_out_why;
    using Self = SpeaksView;
    static constexpr std::string_view schema = "Speaks";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(id), RADSLAG_F(whom), RADSLAG_F(name),
                                                   RADSLAG_F(shut_out), RADSLAG_F(shut_out_why));
};

struct InvitationView {
    std::string way;
    Instant invited_at;
    std::string answer; // in_room | by_link | by_letter | by_substitute | cannot | "" not yet
    std::string note;
    using Self = InvitationView;
    static constexpr std::string_view schema = "Invitation";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(way), RADSLAG_F(invited_at), RADSLAG_F(answer), RADSLAG_F(note));
};

struct PreparedView {
    std::string way;
    Date on;
    std::vector<std::string> checks;  // words of what was gone through
    std::vector<std::string> missing; // words of what was not
    std::string needs;
    using Self = PreparedView;
    static constexpr std::string_view schema = "Prepared";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(way), RADSLAG_F(on), RADSLAG_F(checks),
                                                   RADSLAG_F(missing), RADSLAG_F(needs));
};

struct PersonView {
    std::string id;
    std::string name;
    std::string role;
    std::string role_name;
    std::string side; // family | network | professional | lead | authority
    std::string relation;
    std::string closeness;
    std::string broken_contact;
    std::optional<Date> born;
    std::string language;
    std::string interpreter;
    std::string protection;
    bool staff = false;
    bool me = false;
    std::string ended;        // assignment over: why; "" it holds
    std::string standing; // deciders' word: yes | no | waiting | "" (nobody decides about them)
    std::vector<SpeaksView> speaks_for;
    std::optional<ContactView> contact;
    std::optional<InvitationView> invitation; // to this round
    std::optional<PreparedView> prepared; // in this round
    std::string own_words;
    std::int64_t version = 0;
    using Self = PersonView;
    static constexpr std::string_view schema = "Person";
    static constexpr auto fields = std::make_tuple(
        RADSLAG_F(id), RADSLAG_F(name), RADSLAG_F(role), RADSLAG_F(role_name), RADSLAG_F(side),
        RADSLAG_F(relation), RADSLAG_F(closeness), RADSLAG_F(broken_contact), RADSLAG_F(born),
        RADSLAG_F(language), RADSLAG_F(interpreter), RADSLAG_F(protection), RADSLAG_F(staff),
        RADSLAG_F(me), RADSLAG_F(ended), RADSLAG_F(standing), RADSLAG_F(speaks_for),
        RADSLAG_F(contact), RADSLAG_F(invitation), RADSLAG_F(prepared), RADSLAG_F(own_words),
        RADSLAG_F(version));
};

struct SafetyView {
    std::string id;
    std::string about;
    std::string about_name;
    std::string keep_apart_from; // a name, or empty
    std::string text;
    Instant at;
    using Self = SafetyView;
    static constexpr std::string_view schema = "Safety";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(id), RADSLAG_F(about), RADSLAG_F(about_name),
                        RADSLAG_F(keep_apart_from), RADSLAG_F(text), RADSLAG_F(at));
};

} // namespace radslag::commands::view
