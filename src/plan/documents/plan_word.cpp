#include "plan/documents/plan_word.hpp"
#include "kernel/id_list.hpp"
#include "kernel/text.hpp"
#include "plan/document_styles.hpp"
#include "plan/rules.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::plan_documents {
namespace {

namespace styles = plan::styles;
using documents::WordCell;
using documents::WordParagraph;
using documents::WordRow;
using documents::WordRun;
using documents::WordStyle;
using documents::WordTable;

// Ids of the styles whose names are in plan/document_styles.hpp.
constexpr WordStyle own_styles[] = {
    {WordStyle::Of::paragraph, "OpenMasaPlanTitle", "OpenMASA plan title", "Title"},
    {WordStyle::Of::paragraph, "OpenMasaPeriod", "OpenMASA period", "Normal"},
    {WordStyle::Of::paragraph, "OpenMasaEdition", "OpenMASA edition", "Normal"},
    {WordStyle::Of::paragraph, "OpenMasaPriority", "OpenMASA priority", "Heading1"},
    {WordStyle::Of::paragraph, "OpenMasaActivity", "OpenMASA activity", "Heading1"},
    {WordStyle::Of::paragraph, "OpenMasaRemark", "OpenMASA remark", "Quiet"},
    {WordStyle::Of::paragraph, "OpenMasaOwner", "OpenMASA owner", "Normal"},
    {WordStyle::Of::paragraph, "OpenMasaChair", "OpenMASA chair", "Normal"},
    {WordStyle::Of::paragraph, "OpenMasaDifference", "OpenMASA difference", "ListBullet"},
    {WordStyle::Of::paragraph, "OpenMasaTitle", "OpenMASA title", "Normal"},
    {WordStyle::Of::paragraph, "OpenMasaWords", "OpenMASA words", "Normal"},
    {WordStyle::Of::paragraph, "OpenMasaBullet", "OpenMASA bullet", "ListBullet"},
    {WordStyle::Of::words, "OpenMasaLabel", "OpenMASA label", "QuietWords"},
    {WordStyle::Of::words, "OpenMasaLead", "OpenMASA lead", "Strong"},
    {WordStyle::Of::table, "OpenMasaPlan", "OpenMASA plan", "Table"},
};

/// The id of a style of ours by its name: "plan title" gives "OpenMasaPlanTitle".
std::string style(std::string_view name) {
    const auto* found = std::ranges::find_if(
        own_styles, [&](const WordStyle& one) { return one.name.substr(9) == name; });
    return std::string(found->id);
}

WordParagraph paragraph(std::string_view in_style, std::string words) {
    return {style(in_style), {{.text = std::move(words)}}};
}

WordRun label(std::string words) {
    return {.text = std::move(words), .style = style(styles::label)};
}

// --- the cells ----------------------------------------------------------------------------------

constexpr std::string_view bullet = "\u2022 ";

/// One paragraph for each line; lines with a bullet are items of a list.
std::vector<WordParagraph> paragraphs_of(std::string_view words) {
    std::vector<WordParagraph> paragraphs;
    if (words.empty()) return paragraphs;
    for (const auto line : split(words, '\n')) {
        const bool is_item = line.starts_with(bullet);
        paragraphs.push_back(paragraph(is_item ? styles::bullet : styles::words,
                                       std::string(line.substr(is_item ? bullet.size() : 0))));
    }
    return paragraphs;
}

/// The title in bold where the words begin with it, by itself above them where they do not.
WordCell objective_cell(const plan::Objective& objective) {
    WordCell cell{.paragraphs = paragraphs_of(objective.words)};
    auto& lines = cell.paragraphs;
    auto* first = lines.empty() ? nullptr : &lines.front().runs.front();
    const bool leads = first && !objective.title.empty() &&
                       lines.front().style == style(styles::words) &&
                       first->text.starts_with(objective.title);
    if (!leads) {
        lines.insert(lines.begin(), paragraph(styles::title, objective.title));
        return cell;
    }
    const std::string rest = first->text.substr(objective.title.size());
    *first = {.text = objective.title, .style = style(styles::lead)};
    if (!rest.empty()) lines.front().runs.push_back({.text = rest});
    return cell;
}

/// A title is the words' first line, perhaps cut; one of its own stands above them.
WordCell action_cell(const plan::Action& action) {
    WordCell cell{.paragraphs = paragraphs_of(action.words)};
    const auto whole = trimmed(action.title);
    const auto uncut = whole.ends_with("\u2026") ? whole.substr(0, whole.size() - 3) : whole;
    if (!std::string_view(action.words).starts_with(uncut))
        cell.paragraphs.insert(cell.paragraphs.begin(), paragraph(styles::title, action.title));
    return cell;
}

WordParagraph remark(std::string words) {
    return {style(styles::words), {label(std::move(words))}};
}

std::string contributors_of(const PlanDocument& document, const plan::Action& action) {
    std::vector<std::string> names;
    for (const auto& id : ids_in<OwnerId>(action.contributors))
        if (const auto found = document.owners.find(id); found != document.owners.end())
            names.push_back(found->second);
    return join(names, "; ");
}

std::string awaited_by(const PlanDocument& document, const plan::Action& action) {
    std::vector<std::string> references;
    const auto ids = ids_in<plan::ActionId>(action.waits_for);
    for (const auto& one : document.actions)
        if (std::ranges::count(ids, one.id)) references.push_back(one.reference);
    return join(references, ", ");
}

/// The owner is read again; who else takes part, and what it waits for, is said below.
WordCell owner_cell(const PlanDocument& document, const plan::Action& action) {
    WordCell cell{.paragraphs = paragraphs_of(action.owner_name.value_or(""))};
    if (action.lead_name) cell.paragraphs.push_back(remark("Lead: " + *action.lead_name));
    if (const auto names = contributors_of(document, action); !names.empty())
        cell.paragraphs.push_back(remark("With " + names));
    if (const auto references = awaited_by(document, action); !references.empty())
        cell.paragraphs.push_back(remark("Waits for " + references));
    return cell;
}

/// The status as it was set is read again; what follows from it is said around it.
WordCell status_cell(const plan::Action& action, Day today) {
    WordCell cell{.paragraphs = {paragraph(styles::words, std::string(spoken(action.status)))}};
    const auto add = [&](std::string words) {
        cell.paragraphs.push_back(remark(std::move(words)));
    };
    const auto stands = standing(action, today);
    if (stands == ui::Standing::late) add("Late");
    if (stands == ui::Standing::unproven) add("No evidence yet");
    if (action.steps > 0) add(fmt::format("{} of {} steps done", action.steps_done, action.steps));
    if (!action.stopped_why.empty()) add(action.stopped_why);
    return cell;
}

// --- the table of a priority --------------------------------------------------------------------

/// Twentieths of a point; together a landscape page between its margins.
const std::vector<int> widths = {3000, 900, 5238, 2000, 2300, 1700};

WordRow header_row() {
    WordRow row{.is_header = true};
    for (const auto* words : {"Objective", "Ref", "Action", "Target date", "Owner", "Status"})
        row.cells.push_back({.paragraphs = {paragraph(styles::words, words)}});
    return row;
}

WordRow row_of(WordCell objective, const PlanDocument& document, const plan::Action& action) {
    WordRow row;
    row.cells = {std::move(objective),         {.paragraphs = paragraphs_of(action.reference)},
                 action_cell(action),          {.paragraphs = paragraphs_of(action.target.words)},
                 owner_cell(document, action), status_cell(action, document.today)};
    return row;
}

/// A row for each action, and one for an objective that has none; the objective's cell reaches
/// down over all of them.
void add_objective(WordTable& table, const plan::Objective& objective,
                   const PlanDocument& document) {
    const auto first = table.rows.size();
    for (const auto& action : document.actions) {
        if (action.objective != objective.id) continue;
        WordCell cell{.paragraphs = {}, .reach = WordCell::Reach::goes_on};
        if (table.rows.size() == first) cell = objective_cell(objective);
        table.rows.push_back(row_of(std::move(cell), document, action));
    }
    const auto added = table.rows.size() - first;
    if (added > 1) table.rows[first].cells.front().reach = WordCell::Reach::starts;
    if (added > 0) return;
    WordRow row{.cells = {objective_cell(objective)}};
    row.cells.resize(widths.size());
    table.rows.push_back(std::move(row));
}

WordTable table_of(const plan::Section& section, const PlanDocument& document) {
    WordTable table{.style = style(styles::table),
                    .described = "Objectives and actions: " + section.name,
                    .widths = widths,
                    .rows = {header_row()}};
    for (const auto& objective : document.objectives)
        if (objective.section == section.id) add_objective(table, objective, document);
    return table;
}

// --- the document -------------------------------------------------------------------------------

WordParagraph labelled(std::string_view in_style, std::string_view said, const std::string& words) {
    return {style(in_style), {label(fmt::format("{}: ", said)), {.text = words}}};
}

void add_impact(std::vector<documents::WordBlock>& blocks, const plan::Section& section) {
    const auto all = plan::impact_statements(section);
    if (all.empty()) return;
    blocks.push_back(WordParagraph{"Heading3", {{.text = "How will we know?"}}});
    for (const auto& one : all)
        blocks.push_back(WordParagraph{"",
                                       {{.text = fmt::format("{}: ", one.name), .bold = true},
                                        {.text = std::string(one.words)}}});
}

void add_section(documents::WordFile& file, const plan::Section& section,
                 const PlanDocument& document) {
    auto& blocks = file.blocks;
    blocks.push_back(
        paragraph(section.is_priority ? styles::priority : styles::activity, section.name));
    if (!section.remark.empty()) blocks.push_back(paragraph(styles::remark, section.remark));
    if (section.owner_name && !section.owner_name->empty())
        blocks.push_back(labelled(styles::owner, "Owner", *section.owner_name));
    if (!section.chair.empty()) blocks.push_back(labelled(styles::chair, "Chair", section.chair));
    if (!section.difference.empty()) {
        blocks.push_back(WordParagraph{"Heading3", {{.text = "What difference will we see?"}}});
        for (const auto line : split(section.difference, '\n'))
            blocks.push_back(paragraph(styles::difference, std::string(line)));
    }
    add_impact(blocks, section);
    blocks.push_back(table_of(section, document));
}

void add_front(documents::WordFile& file, const PlanDocument& document) {
    const auto& plan = document.plan;
    auto& blocks = file.blocks;
    blocks.push_back(
        WordParagraph{"Quiet", {{.text = document.partnership, .style = {}, .bold = true}}});
    blocks.push_back(paragraph(styles::plan_title, plan.title));
    if (!plan.period.empty()) blocks.push_back(labelled(styles::period, "For", plan.period));
    if (!plan.edition.empty()) blocks.push_back(paragraph(styles::edition, plan.edition));
    const std::string taken = document.words.say(
        "Words, dates and owners that are changed here come back by \u201CImport a revised "
        "[plan]\u201D; how an action is doing is recorded in OpenMASA.");
    blocks.push_back(WordParagraph{
        "Quiet", {{.text = fmt::format("As it stood on {}. {}", spoken(document.today), taken)}}});
}

} // namespace

documents::WordFile plan_as_word(const PlanDocument& document) {
    documents::WordFile file{.title = document.plan.title,
                             .author = document.partnership,
                             .made = document.made,
                             .landscape = true,
                             .styles = {std::begin(own_styles), std::end(own_styles)}};
    file.footer = document.reference.empty()
                      ? document.plan.title
                      : fmt::format("{} \u00B7 {}", document.plan.title, document.reference);
    add_front(file, document);
    for (const auto& section : document.sections) add_section(file, section, document);
    // A plan without a priority yet has its table all the same, to be filled in.
    if (document.sections.empty()) file.blocks.push_back(table_of({}, document));
    return file;
}

std::string file_name_of(const plan::Plan& plan, std::string_view extension) {
    std::string name;
    for (const char c : lower(plan.title)) {
        const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (kept)
            name += c;
        else if (!name.empty() && name.back() != '-')
            name += '-';
    }
    name = name.substr(0, 80);
    while (name.ends_with('-')) name.pop_back();
    return fmt::format("{}.{}", name.empty() ? "plan" : name, extension);
}

} // namespace openmasa::plan_documents
