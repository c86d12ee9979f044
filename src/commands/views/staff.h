#pragma once
// Accounts, and oneself.
#include "commands/views/acts.h"

namespace radslag::commands::view {

struct StaffView {
    std::string id;
    std::string name;
    std::string mail;
    std::vector<std::string> offices;
    std::string state; // invited | active | locked
    bool pledged = false;
    std::vector<std::string> training;
    std::int64_t version = 0;
    using Self = StaffView;
    static constexpr std::string_view schema = "Staff";
    static constexpr auto fields = std::make_tuple(
        RADSLAG_F(id), RADSLAG_F(name), RADSLAG_F(mail), RADSLAG_F(offices), RADSLAG_F(state),
        RADSLAG_F(pledged), RADSLAG_F(training), RADSLAG_F(version));
};

struct StaffList {
    std::vector<StaffView> staff;
    std::vector<Can> can;
    using Self = StaffList;
    static constexpr std::string_view schema = "StaffList";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(staff), RADSLAG_F(can));
};

struct Me {
    std::string id;
    std::string name;
    std::string mail;
    std::string language;
    std::vector<std::string> offices;
    Named organisation;
    std::string country;
    std::string zone;
    bool pledged = false;
    std::string csrf;    // to be sent back as X-CSRF with whatever changes something
    Date today;          // in the organisation's zone
    std::vector<Can> can; // about myself: sign_pledge, change_password
    using Self = Me;
    static constexpr std::string_view schema = "Me";
    static constexpr auto fields = std::make_tuple(
        RADSLAG_F(id), RADSLAG_F(name), RADSLAG_F(mail), RADSLAG_F(language), RADSLAG_F(offices),
        RADSLAG_F(organisation), RADSLAG_F(country), RADSLAG_F(zone), RADSLAG_F(pledged),
        RADSLAG_F(csrf), RADSLAG_F(today), RADSLAG_F(can));
};

struct Enrolment { // shown once, to be put into an authenticator app
    std::string secret;
    std::string uri;
    using Self = Enrolment;
    static constexpr std::string_view schema = "Enrolment";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(secret), RADSLAG_F(uri));
};

} // namespace radslag::commands::view
