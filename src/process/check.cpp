#include "process/check.h"

#include "process/checker.h"

namespace radslag::process {

Complaints check_form(Model const& model, Node const& root, std::string const& file) {
    Checker check(model, root, file);
    check_people(check);
    check_journey(check);
    check_meetings(check);
    check_gates(check);
    check_work(check);
    check_times(check);
    check_rights(check);
    check_voluntary(check);
    check_barrier(check);
    return std::move(check.complaints);
}

} // namespace radslag::process
