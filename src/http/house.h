#pragma once
// What every operation has at hand, and the list of operations: routing, the log and the contract
// are made from it.
#include <atomic>
#include <stdexcept>

#include "http/answers.h"
#include "http/sessions.h"
#include "http/site.h"
#include "http/throttle.h"

namespace radslag::http {

struct House {
    commands::World const& world;
    Vault& vault;
    Options options;
    RefusalWords words;
    Site site;
    Throttle by_account;
    Throttle by_address;
    std::atomic<std::uint64_t> requests = 0;

    House(commands::World const& w, Vault& v, Options o);
};

struct Operation;

// One request on its way.
struct Asking {
    House& house;
    net::Request const& request;
    Instant now;
    std::string language = "en";
    Operation const* operation = nullptr;
    std::vector<std::string> path = {}; // what stands for {id} and {act}
    std::optional<SignedIn> who = {};

    [[nodiscard]] commands::Caller caller() const {
        return {who->staff.id, who->staff.organisation, language};
    }
    [[nodiscard]] net::Response refuse(int status, Refusal const& why) const {
        return told(status, why, house.words, language);
    }
    [[nodiscard]] net::Response refuse(commands::No const& no) const {
        return told(no, house.words, language);
    }
    template <class T> [[nodiscard]] net::Response tell(commands::Answer<T> const& answer) const {
        return answer ? told(*answer) : refuse(answer.error());
    }
};

// When the world fails nobody is told that they were wrong, and nobody is signed out: what is
// thrown here is answered with "try again in a while".
template <class T> T reached(Outcome<T> outcome) {
    if (!outcome) throw std::runtime_error(outcome.error().told + " " + outcome.error().logged);
    return std::move(*outcome);
}

struct Parameter { // of a query
    std::string_view name;
    Words choices = {};      // fixed words
    std::int64_t most = 0;   // a whole number from 1 to this; 0: text
    std::string_view about = {};
};

struct Operation {
    std::string_view id;
    std::string_view method;
    std::string_view path;     // "/api/cases/{id}"
    std::string_view answer;   // a schema; empty: 204
    std::string_view about;    // one sentence for the contract
    net::Response (*handler)(Asking&) = nullptr;
    bool open = false;         // nobody needs to be signed in
    std::vector<std::string_view> body = {}; // keys of a body that holds texts
    std::vector<Parameter> query = {};
};

std::vector<Operation> const& operations();
struct Found {
    Operation const* operation = nullptr;
    std::vector<std::string> path;
    std::string allowed; // other methods there are for this path
};
Found find_operation(std::string_view method, std::string_view path);
// Refuses parameters that the operation does not have, and values that they do not take.
std::optional<Refusal> wrong_query(Asking const& asking);

net::Response sign_in(Asking& asking);
net::Response accept_invitation(Asking& asking);
net::Response sign_out(Asking& asking);

// Whose tries are counted: the address of the browser, behind a proxy that is known.
std::string address_of(House const& house, net::Request const& request);
// What changes something comes from our own pages only.
std::optional<Refusal> foreign(Asking const& asking);

} // namespace radslag::http
