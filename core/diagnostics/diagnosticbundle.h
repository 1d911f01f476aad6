#pragma once

#include "core/base/result.h"

#include <vector>

namespace mooring {

/// Files that go into one zip. Each passes shareable() as it is added; nothing else gets in.
class DiagnosticBundle
{
public:
    struct Entry
    {
        QString name; ///< inside the zip
        QByteArray content;
    };
    /// `home`: the folder that is written as "~".
    explicit DiagnosticBundle(QString home) : m_home(std::move(home)) {}

    void addText(const QString &name, const QByteArray &text);
    void addJson(const QString &name, const Json &value);
    const std::vector<Entry> &entries() const { return m_entries; }
    /// [{"name","size"}], in the order in which they were added.
    Json list() const;

    /// As a zip file with mode 0600: whole, or not at all. Codes of writeFileAtomically(); "diagnosis.cannotPack".
    Result<> write(const QString &path) const;

private:
    QString m_home;
    std::vector<Entry> m_entries;
};

} // namespace mooring
