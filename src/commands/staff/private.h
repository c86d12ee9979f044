#pragma once
// Shared by the staff acts, private to the room.
#include "commands/staff/staff.h"

namespace radslag::commands {

// One file per act.
StaffAct invite_staff_act();
StaffAct change_staff_act();
StaffAct lock_staff_act();
StaffAct unlock_staff_act();
StaffAct reset_staff_act();
StaffAct record_training_act();
StaffAct sign_pledge_act();
StaffAct change_password_act();
StaffAct change_language_act();
StaffAct plan_committee_act();
StaffAct cancel_committee_act();
StaffAct put_in_force_act();
StaffAct change_restriction_act();
StaffAct end_restriction_act();
StaffAct translate_restriction_act();
StaffAct put_hold_act();
StaffAct lift_hold_act();
StaffAct release_case_act();
StaffAct withdraw_release_act();
StaffAct erase_case_act();

bool is_administrator(StaffHere const& here);
bool is_anybody(StaffHere const& here);
bool keeps_committee_days(StaffHere const& here); // manager or committee

// Looks around in the house as the caller; a no when they are not signed in any more.
std::optional<No> in_house(World const& world, Caller const& caller,
                           std::function<void(StaffHere const&)> const& look);

// Accounts of the organisation for which `keep` holds.
std::vector<std::string> accounts(StaffHere const& here,
                                  bool (*keep)(StaffHere const&, Staff const&));
std::vector<std::string> all_accounts(StaffHere const& here);
std::int64_t version_of_account(StaffHere const& here, std::string const& about);
std::vector<view::Filled> filled_account(StaffHere const& here, std::string const& about);

Options office_options(StaffHere const& here, std::string_view field);
std::vector<std::string> office_words(std::uint32_t offices);
std::uint32_t office_bits(std::vector<std::string> const& words);
// Somebody who can still look after the accounts when this one changes: not locked, has signed in.
bool somebody_else_administers(StaffHere const& here, StaffId const& but);
// A new one-time code for this account: what is handed over. Password, authenticator and sessions
// are gone.
std::string new_invitation(StaffDoing& doing, Staff& staff);
std::string state_of(Staff const& staff);
view::StaffView view_of(Staff const& staff);

extern Words const languages; // that the software speaks

// Form and limits, then choices; every complaint at once.
tl::expected<Input, std::vector<Refusal>> read_input(StaffAct const& act, StaffHere const& here,
                                                     Request const& request);

} // namespace radslag::commands
