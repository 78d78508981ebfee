#pragma once
// For tests: the smallest workbook, with whatever XML a test wants in its sheet.
#include <gtest/gtest.h>
#include <string>
#include <vector>
#include <zip.h>

namespace openmasa {

struct TestWorkbook {
    std::string before, rows, after, shared;

    std::string bytes() const {
        constexpr auto main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        constexpr auto office =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const std::string ns = std::string(" xmlns=\"") + main + "\"";
        const auto relation = [&](const char* id, const char* type, const char* target) {
            return std::string("<Relationship Id=\"") + id + "\" Type=\"" + office + "/" + type +
                   "\" Target=\"" + target + "\"/>";
        };
        add("_rels/.rels", "<Relationships>" + relation("r1", "officeDocument", "xl/workbook.xml") +
                               "</Relationships>");
        add("xl/workbook.xml", "<workbook" + ns + " xmlns:r=\"" + office +
                                   "\"><sheets><sheet name=\"One\" sheetId=\"1\" "
                                   "r:id=\"r1\"/></sheets></workbook>");
        add("xl/_rels/workbook.xml.rels",
            "<Relationships>" + relation("r1", "worksheet", "worksheets/sheet1.xml") +
                relation("r2", "sharedStrings", "sharedStrings.xml") +
                relation("r3", "styles", "styles.xml") + "</Relationships>");
        add("xl/sharedStrings.xml", "<sst" + ns + ">" + shared + "</sst>");
        add("xl/styles.xml", "<styleSheet" + ns +
                                 "><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/>"
                                 "</numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/>"
                                 "</cellXfs></styleSheet>");
        add("xl/worksheets/sheet1.xml", before + "<worksheet" + ns + "><sheetData>" + rows +
                                            "</sheetData>" + after + "</worksheet>");
        return packed();
    }

private:
    void add(std::string name, std::string content) const {
        parts_.emplace_back(std::move(name), std::move(content));
    }
    std::string packed() const {
        zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, nullptr);
        zip_source_keep(source);
        zip_t* zip = zip_open_from_source(source, ZIP_TRUNCATE, nullptr);
        for (const auto& [name, content] : parts_)
            zip_file_add(zip, name.c_str(),
                         zip_source_buffer(zip, content.data(), content.size(), 0), 0);
        EXPECT_EQ(zip_close(zip), 0);
        zip_source_open(source);
        zip_source_seek(source, 0, SEEK_END);
        std::string bytes(std::size_t(zip_source_tell(source)), '\0');
        zip_source_seek(source, 0, SEEK_SET);
        zip_source_read(source, bytes.data(), bytes.size());
        zip_source_close(source);
        zip_source_free(source);
        parts_.clear();
        return bytes;
    }
    mutable std::vector<std::pair<std::string, std::string>> parts_;
};

} // namespace openmasa
