#pragma once
// A group of the test partnership, and what its tests do with it and its seats.
#include "core/exchange/sheet.hpp"
#include "core/registers/import.hpp"
#include "core/registers/local.hpp"
#include "partnership/agencies/store.hpp"
#include "partnership/group_rules.hpp"
#include "partnership/group_store.hpp"
#include "partnership/groups/actions.hpp"
#include "partnership/groups/register.hpp"
#include "partnership/offices/actions.hpp"
#include "partnership/seats/actions.hpp"
#include "partnership/seats/register.hpp"
#include "program.hpp"
#include <gtest/gtest.h>

namespace openmasa {

inline constexpr std::string_view hostile_group = "Neglect <b>& Group";

class GroupsOfAPartnership : public testing::Test {
protected:
    GroupsOfAPartnership() {
        t().in_one_transaction([&] {
            agencies::add_agency(t().db, t().unit,
                                 {.id = t().constabulary,
                                  .name = "Norfolk Constabulary <b>&",
                                  .sector = "Police",
                                  .role = "Statutory partner"});
            const auto chair = offices::add(
                t().db, t().unit,
                {.id = {}, .name = "Lead chair", .kind = partnership::OfficeKind::other});
            office = chair.value().id;
        });
        group = added(std::string(hostile_group));
    }
    plan::TestPlan& t() { return program.test; }

    template<class Work> Result<Done> in_transaction(Work work) {
        auto done = t().db.atomically([&]() -> Result<Done> {
            TRY(work());
            return Done{};
        });
        t().db.finish();
        return done;
    }
    OwnerId added(std::string name,
                  partnership::GroupKind kind = partnership::GroupKind::statutory) {
        OwnerId id;
        EXPECT_TRUE(in_transaction([&]() -> Result<Done> {
            id = TRY(groups::keep(t().db, t().unit, {.name = std::move(name), .kind = kind}));
            return Done{};
        }));
        return id;
    }
    partnership::Group now() { return now(group); }
    partnership::Group now(const OwnerId& id) {
        return *partnership::find_group(t().db, t().unit, id, t().today);
    }
    partnership::Seat seat() { return now().seats.at(0); }
    Result<Done> add_seat(std::string name, std::string holder) {
        return in_transaction([&] {
            return seats::keep(
                t().db, t().unit,
                {.group = std::string(hostile_group), .name = std::move(name), .holder = holder});
        });
    }
    Result<Done> add_police_seat() { return add_seat("Police", "Norfolk Constabulary <b>&"); }
    Result<Done> begin(seats::Begin command) {
        command.seat = seat().id;
        if (command.version == 0) command.version = seat().version;
        return in_transaction([&] { return seats::begin(t().db, t().unit, command); });
    }
    Result<Done> reports(const OwnerId& from, std::string to) {
        auto stands = now(from);
        return in_transaction([&] {
            return groups::keep(t().db, t().unit,
                                {.id = from,
                                 .version = stands.version,
                                 .name = stands.name,
                                 .kind = stands.kind,
                                 .reports_to = groups::KeepGroup::Ties{{to}, t().today}});
        });
    }
    std::string page(const Scope& who, std::string_view below = "") {
        return program.get(&who, "/groups/" + group.str() + std::string(below)).body;
    }
    std::string seat_page(std::string_view below = "") {
        return program.get(&t().reader, "/seats/" + seat().id.str() + std::string(below)).body;
    }
    registers::Preview look(const registers::Register& which, std::string_view file) {
        auto preview = registers::look(t().db, t().unit, which, *sheet::read_sheet(file),
                                       registers::Policy::stop);
        EXPECT_TRUE(preview);
        return std::move(*preview);
    }
    Result<Done> import(const registers::Register& which, std::string_view file) {
        const auto preview = look(which, file);
        return in_transaction(
            [&] { return registers::save(t().db, t().unit, preview, preview.state); });
    }
    static std::string first_problem(const registers::Preview& preview) {
        for (const auto& row : preview.rows)
            if (!row.problems.empty())
                return row.problems.front().field + ": " + row.problems.front().words;
        return "";
    }
    static std::string first_problem(const Result<Done>& refused) {
        if (refused) return "";
        const auto& problem = refused.refusal().problems.front();
        return problem.field + ": " + problem.words;
    }
    std::vector<std::string> faults() {
        audit::Verdict verdict;
        partnership::verify_groups(t().db, verdict);
        return verdict.faults;
    }

    Program program;
    OwnerId group, office;
    registers::LocalRegister local_groups{groups::group_register, {}},
        local_seats{seats::seat_register, {}};
};

} // namespace openmasa
