// 100,000 random cases of who may what, decided by the program and by a model of the rules in
// another language (tests/models/rights.mjs), which must agree.
#include "core/access/scope.hpp"
#include "core/restriction/restriction.hpp"
#include "kernel/test_repository.hpp"
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <gtest/gtest.h>
#include <random>
#include <unistd.h>

namespace openmasa {
namespace {

constexpr int cases = 100'000;
constexpr int records = 7;

class Model : public testing::Test {
protected:
    Model() : path(std::filesystem::temp_directory_path() / fmt::format("rights-{}", getpid())) {}
    ~Model() override { std::filesystem::remove(path); }

    int below(int most) { return static_cast<int>(chance() % static_cast<unsigned>(most)); }
    template<class SomeId> SomeId any_id(int most) { return id_of<SomeId>(below(most)); }
    template<class SomeId> static SomeId id_of(int number) {
        return SomeId::unchecked(std::string(25, '0') + std::to_string(number));
    }
    /// Few people and few owners, so that lists and holdings often meet.
    PersonId any_person() { return any_id<PersonId>(4); }
    OwnerId any_owner() { return any_id<OwnerId>(5); }

    std::vector<Holding> some_holdings() {
        std::vector<Holding> holdings;
        for (int more = below(4); more > 0; --more) {
            const auto role = all_roles[static_cast<std::size_t>(below(int(all_roles.size())))];
            Holding held{.role = role, .owner = {}};
            if (below(3) == 0)
                hold_on_a_record(held);
            else if (is_held_within(role))
                hold_within(held);
            holdings.push_back(std::move(held));
        }
        return holdings;
    }
    /// The last two owners are seats, in the groups of the first two.
    void hold_within(Holding& held) {
        const int owner = below(5);
        held.owner = id_of<OwnerId>(owner);
        if (owner >= 3) held.group = id_of<OwnerId>(owner - 3);
    }
    /// Of a tree of records in which 2n + 1 and 2n + 2 hang on n: the model is told the record and
    /// knows the tree.
    void hold_on_a_record(Holding& held) {
        const int top = below(records);
        held.record = Record{"section", id_of<OwnerId>(top).str()};
        for (int one = 0; one < records; ++one)
            for (int up = one; up >= top; up = up == 0 ? -1 : (up - 1) / 2)
                if (up == top) held.reached.push_back(id_of<OwnerId>(one).str());
    }
    std::vector<restriction::Name> some_names() {
        std::vector<restriction::Name> names;
        for (int more = below(4); more > 0; --more) {
            const bool denied = below(3) == 0;
            if (below(2) == 0)
                names.push_back({.person = any_person(), .owner = {}, .denied = denied});
            else
                names.push_back({.person = {}, .owner = any_owner(), .denied = denied});
        }
        return names;
    }

    std::string one_case() {
        Scope scope;
        scope.account = AccountId{};
        scope.holdings = some_holdings();
        if (below(20) > 0) scope.person = any_person();
        const auto permission =
            all_permissions[static_cast<std::size_t>(2 + below(int(all_permissions.size()) - 2))];
        const auto owner = below(4) > 0 ? std::optional(any_owner()) : std::nullopt;
        const auto names = some_names();
        restriction::Reader reader{.person = scope.person, .owners = {}, .glass_until = {}};
        for (const auto& held : scope.holdings)
            for (const auto& within : {held.owner, held.group})
                if (within) reader.owners.push_back(*within);
        const auto record = std::string(25, '0') + std::to_string(below(records));
        const int now = below(100), until = below(100);
        if (until > 0) reader.glass_until = Moment{std::chrono::milliseconds{until}};
        const auto sight = sight_of(names, reader, Moment{std::chrono::milliseconds{now}});
        return fmt::format(
            R"({{"holdings":[{}],"permission":"{}","owner":"{}","names":[{}],"person":"{}","now":{},"glass_until":{},"record":"{}","may":{},"may_there":{},"single":{},"reads":{},"sees":"{}"}})",
            said(scope.holdings), to_text(permission), owner ? owner->str() : "none", said(names),
            scope.person ? scope.person->str() : "", now, until, record,
            scope.may(permission, owner), scope.may(permission, owner, record),
            scope.reads_single_records(), scope.reads(record), said(sight));
    }
    static std::string said(const std::vector<Holding>& holdings) {
        std::string all;
        for (const auto& held : holdings)
            all += fmt::format(R"({}["{}","{}","{}"])", all.empty() ? "" : ",", to_text(held.role),
                               held.owner ? held.owner->str() : "",
                               held.record ? held.record->id : "");
        return all;
    }
    static std::string said(const std::vector<restriction::Name>& names) {
        std::string all;
        for (const auto& name : names)
            all +=
                fmt::format(R"({}["{}","{}",{}])", all.empty() ? "" : ",", name.person ? "p" : "o",
                            name.person ? name.person->str() : name.owner->str(), name.denied);
        return all;
    }
    static std::string_view said(restriction::Sight sight) {
        switch (sight) {
        case restriction::Sight::hidden: return "hidden";
        case restriction::Sight::named: return "named";
        case restriction::Sight::broken_glass: return "broken_glass";
        }
        return {};
    }
    int model_says() const {
        return std::system(
            fmt::format("node {} {}", in_repository("tests/models/rights.mjs"), path.string())
                .c_str());
    }

    std::filesystem::path path;
    std::mt19937 chance{20260122};
};

TEST_F(Model, Agrees_with_the_program_on_100000_random_cases) {
    {
        std::ofstream file(path);
        for (int at = 0; at < cases; ++at) file << one_case() << "\n";
    }
    EXPECT_EQ(model_says(), 0);
}

TEST_F(Model, Sees_one_case_that_is_decided_otherwise) {
    auto line = one_case();
    while (line.find(R"("sees":"named")") == line.npos) line = one_case();
    line.replace(line.find(R"("sees":"named")"), 14, R"("sees":"hidden")");
    std::ofstream(path) << line << "\n";
    EXPECT_NE(model_says(), 0);
}

} // namespace
} // namespace openmasa
