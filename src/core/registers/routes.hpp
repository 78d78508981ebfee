#pragma once
// The addresses that every register has below its list's: downloads, template, imports. A feature
// joins them with its own:
//     constexpr Route own[] = {{Method::Get, "/agencies", read_agencies, show_list, Budget{5}}};
//     constexpr auto routes = registers::joined(
//         registers::routes_of<"/agencies", agency_register>(read_agencies, edit_agencies, {}),
//         own);
#include "core/registers/pages.hpp"
#include "core/routing/route.hpp"
#include <algorithm>
#include <array>
#include <utility>

namespace openmasa::registers {

/// A text that a template takes.
template<std::size_t Size> struct AddressText {
    char text[Size];
    consteval AddressText(const char (&its)[Size]) { std::copy_n(its, Size, text); }
};

/// Two of them as one, kept for as long as the program runs.
template<AddressText base, AddressText rest> struct BelowAddress {
    static constexpr auto text = [] {
        std::array<char, sizeof(base.text) + sizeof(rest.text) - 2> joined{};
        auto* end = std::copy_n(base.text, sizeof(base.text) - 1, joined.data());
        std::copy_n(rest.text, sizeof(rest.text) - 1, end);
        return joined;
    }();
    static constexpr std::string_view view{text.data(), text.size()};
};

/// An import looks at each row by itself, and saves it as its own form would: a number of
/// statements for each, all in one transaction.
struct ImportBudgets {
    Budget look{1000}, save{20000};
};

/// The pages of an import alone, for a register whose rows go out by addresses of their own.
template<AddressText base, const Register& which>
consteval std::array<Route, 9> imports_of(Permission change, ImportBudgets budgets) {
    using Rows = Pages<which>;
    using enum Method;
    return {{
        {Get, BelowAddress<base, "/import">::view, change, Rows::show_upload, Budget{3}},
        {Post, BelowAddress<base, "/import">::view, change, Rows::post_upload, budgets.look},
        {Get, BelowAddress<base, "/imports">::view, change, Rows::show_saved, Budget{4}},
        {Get, BelowAddress<base, "/import/{import}">::view, change, Rows::show_preview,
         budgets.look},
        {Post, BelowAddress<base, "/import/{import}">::view, change, Rows::post_preview,
         budgets.save},
        {Get, BelowAddress<base, "/import/{import}/columns">::view, change, Rows::show_columns,
         Budget{30}},
        {Post, BelowAddress<base, "/import/{import}/columns">::view, change, Rows::post_columns,
         Budget{500}},
        {Post, BelowAddress<base, "/import/{import}/leave">::view, change, Rows::post_leave,
         Budget{14}},
        {Post, BelowAddress<base, "/import/{import}/back">::view, change, Rows::post_take_back,
         budgets.look},
    }};
}

/// A feature's own routes after those of its register, as one table; `own` is an array.
template<std::size_t Size, class Own>
consteval auto joined(const std::array<Route, Size>& first, const Own& own) {
    return [&]<std::size_t... at>(std::index_sequence<at...>) {
        return std::array<Route, sizeof...(at)>{(at < Size ? first[at] : own[at - Size])...};
    }
    (std::make_index_sequence<Size + sizeof(Own) / sizeof(Route)>{});
}

template<AddressText base, const Register& which>
consteval auto routes_of(Permission read, Permission change, ImportBudgets budgets) {
    using Rows = Pages<which>;
    using enum Method;
    constexpr auto from_history = Past::from_history;
    const std::array<Route, 4> out{{
        {Get, BelowAddress<base, ".csv">::view, read, Rows::csv, Budget{10}, from_history},
        {Get, BelowAddress<base, ".json">::view, read, Rows::json, Budget{10}, from_history},
        {Get, BelowAddress<base, ".xlsx">::view, read, Rows::xlsx, Budget{10}, from_history},
        {Get, BelowAddress<base, "/template.xlsx">::view, change, Rows::empty, Budget{2}},
    }};
    return joined(out, imports_of<base, which>(change, budgets));
}

} // namespace openmasa::registers
