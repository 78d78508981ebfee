#pragma once
// The zip archive that a workbook is, read part by part as it is unpacked: nobody's upload decides
// how much memory is used. Source of the layout: ECMA-376 part 2 (packages, relationships).
#include "kernel/result.hpp"
#include <memory>
#include <string>
#include <string_view>

namespace openmasa::xlsx {

/// A part's XML, element by element. What declares a document type, is not well-formed or unpacks
/// to too much ends early, and says so.
class PartReader {
public:
    PartReader(PartReader&&) noexcept;
    ~PartReader();

    /// The next start, end or text; false at the end, or when it is broken.
    bool next();
    bool is_broken() const;
    /// Names are local: "row" for "x:row".
    bool starts(std::string_view element) const;
    /// Also right after the start of an element that has nothing in it.
    bool ends(std::string_view element) const;
    bool is_empty_element() const;
    bool is_text() const;
    std::string_view text() const;
    /// Empty when there is none.
    std::string attribute(const char* local_name) const;

private:
    friend class Package;
    struct Inside;
    explicit PartReader(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

class Package {
public:
    /// Refuses what is damaged, protected, or declares too much. `bytes` must outlive it.
    static Result<Package> open(std::string_view bytes);
    bool has(const std::string& part) const;
    /// Reads a part; one that is not there has nothing in it.
    PartReader read(const std::string& part) const;

private:
    struct Zip;
    explicit Package(std::shared_ptr<Zip> zip) : zip_(std::move(zip)) {}
    std::shared_ptr<Zip> zip_;
};

Refusal damaged();
Refusal unpacks_to_too_much();

} // namespace openmasa::xlsx
