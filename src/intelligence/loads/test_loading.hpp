#pragma once
// What tests of this area share: a migrated database, its people, and small invented files in the
// shape of the published ones. Today is Thursday 22 January 2026.
#include "core/access/secret.hpp"
#include "core/accounts/store.hpp"
#include "intelligence/loads/actions.hpp"
#include "kernel/test_repository.hpp"
#include "store/test_database.hpp"
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>

namespace openmasa::intelligence {

/// The bytes of a public file beside the repository; empty when it is not there.
inline std::string shared_file(const std::string& name) {
    std::ifstream file(in_repository("../shared/data/" + name), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline constexpr std::string_view lait_dictionary =
    "Measure_code,Topic,Measure,Measure_short,Polarity,y_axis_name,state_funded_flag,dps,Year_Type,"
    "No_Quartile,Last Update,Next Update,Data_Owner\n"
    "1,Child Protection,Plans <b>& children,Plans,-,Number CPP,NA,0,Annual,NA,45962,46327,DfE\n"
    "2,Child Protection,Referrals again,Again,Low,% of referrals,NA,NA,Financial Year,NA,45962,TBC,DfE\n"
    "3,Child Protection,Referrals once more,Again,Low,% of referrals,NA,NA,Financial Year,NA,1,2,0\n";
inline constexpr std::string_view lait_areas = "LA Number,LA and Regions,Region\n"
                                               "926,Norfolk,East of England\n"
                                               "935,Suffolk,East of England\n"
                                               "970,England,NA\n";
inline constexpr std::string_view lait_plans = "measure_short,la_number,year,value\n"
                                               "Plans,926,2023,699\n"
                                               "Plans,926,2024,484\n"
                                               "Plans,926,2025 (prov),454\n"
                                               "Again,935,2025,7.0000000000000007E-2\n";

class TestIntelligence : public testing::Test {
protected:
    TestIntelligence() : db((database_.migrate(), database_.database())) {
        in_one_transaction([&] {
            for (auto* who : {&unit, &analyst, &reader, &outsider})
                accounts::add_account(db,
                                      {.id = *who->account,
                                       .person = *who->person,
                                       .known_as = who->known_as,
                                       .email = who->known_as + "@example.org"},
                                      who->now);
        });
    }

    template<class Work> void in_one_transaction(Work work) {
        ASSERT_TRUE(db.atomically([&]() -> Result<Done> {
            work();
            return Done{};
        }));
        db.finish();
    }

    Result<Preview> seen(std::string_view bytes) {
        auto preview = look(db, unit, bytes);
        db.finish();
        return preview;
    }
    /// Looks at the file and saves it, as the command line does.
    Result<LoadCounts> load(const Scope& who, std::string_view name, std::string_view bytes,
                            Revisions revisions = Revisions::refuse) {
        const auto preview = look(db, who, bytes);
        db.finish();
        if (!preview) return preview.refusal();
        auto counts =
            db.atomically([&] { return load_now(db, who, name, bytes, *preview, revisions); });
        db.finish();
        return counts;
    }
    void load_definitions() {
        ASSERT_TRUE(load(unit, "lait_areas.csv", lait_areas));
        ASSERT_TRUE(load(unit, "lait_dictionary.csv", lait_dictionary));
    }
    Indicator indicator(Source source, std::string_view code) {
        const auto all = indicators_of(db, source);
        const auto found = all.find(code);
        db.finish();
        EXPECT_NE(found, all.end()) << code;
        return found == all.end() ? Indicator{} : found->second;
    }
    std::vector<SeriesFigure> figures_of(Source source, std::string_view code,
                                         std::string_view dfe_code) {
        const auto which = indicator(source, code);
        const auto book = AreaBook::read(db);
        const auto* area = book.with_dfe(dfe_code);
        if (!area) area = book.with_ons(dfe_code);
        EXPECT_TRUE(area) << dfe_code;
        auto figures =
            area ? series(db, which.number, everybody, area->number) : std::vector<SeriesFigure>();
        db.finish();
        return figures;
    }

private:
    static Scope person(std::string known_as, std::vector<Holding> holdings) {
        auto& random = system_randomness();
        const auto now = store::TestDatabase::noon();
        return {.person = PersonId::make(now, random),
                .account = AccountId::make(now, random),
                .known_as = std::move(known_as),
                .holdings = std::move(holdings),
                .from = "127.0.0.1",
                .now = now,
                .today = day(2026, 1, 22),
                .randomness = &random};
    }
    store::TestDatabase database_;

protected:
    store::Db db;
    Scope unit = person("Business unit", {{Role::business_unit, {}}});
    Scope analyst = person("Analyst", {{Role::analyst, {}}});
    Scope reader = person("Lead member", {{Role::delegated_partner, {}}});
    Scope outsider = person("Somebody new", {});
};

} // namespace openmasa::intelligence
