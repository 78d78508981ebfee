// Fills a database that `openmasa init` made with the figures of a large partnership: 60 indicators
// by 3 breakdowns in 172 areas over 160 months, each a rate with its counts: 4,953,600 values.
//     make_figures DATABASE TODAY SECRET
// Signed in: an agency's lead with the session SECRET, and the business unit with SECRET read
// backwards.
#include "intelligence/area_store.hpp"
#include "intelligence/figure_store.hpp"
#include "intelligence/indicator_store.hpp"
#include "kernel/period.hpp"
#include "records.hpp"
#include <charconv>

namespace openmasa::bench {
namespace {

using namespace intelligence;

constexpr int indicators_of_all = 60, breakdowns_of_all = 3, authorities_of_all = 160,
              months_of_all = 160;
constexpr std::int64_t multiplier = 10'000;

std::vector<AreaNumber> add_areas(store::Db& db, const Scope& scope) {
    constexpr AreaNumber regions = 9;
    for (int number = 1; number <= authorities_of_all; ++number) {
        const Area area{.number = next_area_number(db),
                        .name = fmt::format("Authority {}", number),
                        .level = AreaLevel::upper_tier,
                        .within = 2 + number % regions};
        add_area(db, area);
        add_code(db, "ons", fmt::format("E10{:06}", number), area.number);
        add_code(db, "dfe", std::to_string(100 + number), area.number);
        if (number == 1) choose_ours(db, scope, area);
    }
    std::vector<AreaNumber> numbers;
    const auto book = AreaBook::read(db);
    for (const auto& area : book.all()) numbers.push_back(area.number);
    return numbers;
}

Indicator add_one(store::Db& db, const Scope& scope, int number, LoadNumber load) {
    Indicator indicator{
        .number = next_indicator_number(db),
        .id = scope.new_id<IndicatorId>(),
        .definition = {.source = Source::own,
                       .code = fmt::format("rate-{}", number),
                       .title = fmt::format("Rate {} of children that are seen", number),
                       .theme = fmt::format("Theme {}", number % 6),
                       .counts = "Children that are seen, of all children",
                       .measure = Measure::rate,
                       .unit = "per 10,000 children",
                       .multiplier = multiplier,
                       .decimals = 1,
                       .polarity = statistics::Polarity::low_is_good,
                       .year = PeriodKind::calendar_year}};
    add_indicator(db, scope, indicator, load);
    return indicator;
}

std::string rate_of(std::int64_t count, std::int64_t base) {
    return fmt::format("{:.1f}", static_cast<double>(count) * multiplier / double(base));
}

void add_figures(store::Db& db, Chance& chance, const Indicator& indicator, AreaNumber area,
                 LoadNumber load) {
    for (std::int64_t breakdown = 1; breakdown <= breakdowns_of_all; ++breakdown) {
        const auto base = std::int64_t(20'000 + chance.below(150'000));
        for (int month = 0; month < months_of_all; ++month) {
            const auto count = base / 200 + std::int64_t(chance.below(std::size_t(base) / 400));
            const auto value = rate_of(count, base), part = std::to_string(count),
                       whole = std::to_string(base);
            const auto period = FigurePeriod::of_month(2012 + month / 12, 1 + unsigned(month) % 12);
            add_figure(db, indicator.number,
                       {.breakdown = breakdown, .area = area, .period = period.number()},
                       {.value = value, .numerator = part, .denominator = whole}, std::nullopt,
                       load);
        }
    }
}

void add_readers(store::Db& db, const Scope& scope, const std::string& secret) {
    const auto agency = access::owner_named(db, scope, "Agency 1", access::OwnerType::agency);
    const auto lead = add_somebody(db, scope,
                                   {.known_as = "Agency lead",
                                    .email = "lead@example.org",
                                    .role = Role::agency_lead,
                                    .within = agency});
    const auto unit = add_somebody(
        db, scope,
        {.known_as = "Business manager", .email = "unit@example.org", .role = Role::business_unit});
    sign_in(db, scope, lead.id, secret);
    sign_in(db, scope, unit.id, std::string(secret.rbegin(), secret.rend()));
}

void make_records(const std::string& address, Day today, const std::string& secret) {
    store::Database database(address, store::Database::Opening::existing);
    store::Db db(database);
    Chance chance;
    const auto scope = command_line_scope(Moment{today}, chance);
    std::vector<AreaNumber> areas;
    LoadNumber load = 0;
    in_one_transaction(db, [&] {
        add_readers(db, scope, secret);
        areas = add_areas(db, scope);
        for (const auto words : {"Sex: Female", "Sex: Male"}) breakdown_called(db, words);
        const NewLoad file{.id = scope.new_id<LoadId>(),
                           .format = "ees",
                           .file_name = "figures.csv",
                           .digest = "-",
                           .document = "figures"};
        load = add_load(db, scope, file);
        const auto kept = find_load(db, scope, file.id);
        if (kept) mark_saved(db, scope, *kept, {});
    });
    for (int number = 0; number < indicators_of_all; ++number)
        in_one_transaction(db, [&] {
            const auto indicator = add_one(db, scope, number, load);
            for (const auto area : areas) add_figures(db, chance, indicator, area, load);
        });
}

} // namespace
} // namespace openmasa::bench

int main(int count, char** words) {
    return openmasa::bench::make_as_asked(count, words, "make_figures",
                                          openmasa::bench::make_records);
}
