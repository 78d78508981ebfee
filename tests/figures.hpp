#pragma once
// A partnership with figures of Norfolk, for tests by real requests.
#include "intelligence/loads/actions.hpp"
#include "program.hpp"
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa {

inline constexpr std::string_view areas_file = "LA Number,LA and Regions,Region\n"
                                               "926,Norfolk,East of England\n"
                                               "935,Suffolk,East of England\n";
inline constexpr std::string_view dictionary =
    "Measure_short,Topic,Measure,Polarity,y_axis_name,Year_Type\n"
    "Plans,Child Protection,Plans <b>&,-,Number,Annual\n"
    "Rate,Children in Need,Rate <b>,Low,\"Rate per 10,000\",Annual\n";

class Figures : public testing::Test {
protected:
    Figures() {
        program.test.in_one_transaction([&] {
            for (const auto file : {areas_file, dictionary}) save("definitions.csv", file);
            EXPECT_TRUE(intelligence::choose_our_area(program.test.db, program.test.unit, "926"));
        });
    }
    /// Inside a transaction.
    void save(std::string_view name, std::string_view bytes) {
        const auto seen = intelligence::look(program.test.db, program.test.unit, bytes, name);
        ASSERT_TRUE(seen);
        ASSERT_TRUE(intelligence::load_now(program.test.db, program.test.unit, name, bytes, *seen,
                                           intelligence::Revisions::accept));
    }
    /// Plans of Norfolk from 2014 on, as they are published.
    std::string norfolk() {
        std::string file = "measure_short,la_number,year,value\n";
        int year = 2014;
        for (const int value : {537, 572, 458, 581, 608, 626, 646, 438, 543, 699, 484, 454})
            file += fmt::format("Plans,926,{},{}\n", year++, value);
        return file +
               "Plans,926,2013,x\nRate,926,2025,12.5\nRate,935,2025,20\nPlans,935,2025,400\n";
    }
    void load(const std::string& file, std::string_view name = "plans <b>.csv") {
        program.test.in_one_transaction([&] { save(name, file); });
    }
    /// Norfolk and eleven towns, 701 on; each one's ten are the next ones, after as many as
    /// `after`.
    void load_neighbours(std::string_view name, int after) {
        std::string file = "old_la_code,la_name,region_name";
        for (int place = 1; place <= 10; ++place) file += fmt::format(",SN_{0},SN_{0}P", place);
        for (int at = 0; at < 12; ++at) {
            const auto code = [](int of) { return of % 12 == 0 ? 926 : 700 + of % 12; };
            file += at == 0 ? std::string("\n926,Norfolk,East of England")
                            : fmt::format("\n{0},Town {0} <b>,East of England", code(at));
            for (int place = 0; place < 10; ++place)
                file += fmt::format(",{},Close ", code(at + 1 + (place + after) % 11));
        }
        load(file + "\n", name);
    }
    std::string address_of(std::string_view code) {
        const auto all = intelligence::indicators_of(program.test.db, intelligence::Source::lait);
        program.test.db.finish();
        return "/indicators/" + all.find(code)->second.id.str();
    }
    std::string page(const std::string& target) {
        return program.get(&program.test.reader, target).body;
    }
    http::Response post(const Scope& who, const std::string& target,
                        const std::string& fields = "") {
        return program.post(&who, target, fields, fmt::format("nonce-{}", ++posts));
    }
    Program program;
    int posts = 0;
};

} // namespace openmasa
