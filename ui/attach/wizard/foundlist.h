#pragma once

#include "core/targets/targetkind.h"

#include <QListView>

class QStandardItemModel;

namespace mooring {

/// Something that was found, with the kind that it would become.
struct FoundRow
{
    QString kind;
    FoundTarget target;
    bool attached = false; ///< a target with these values is there
};

/// What this computer's files name, under the file each was found in. A click or Enter uses one.
class FoundList : public QListView
{
    Q_OBJECT
public:
    explicit FoundList(QWidget *parent = nullptr);

    void setFound(const std::vector<FoundRow> &found);
    /// Only those that have this text in their name or what is known of them; empty: all.
    void setFilter(const QString &text);
    int usableCount() const;

Q_SIGNALS:
    void used(const mooring::FoundRow &row);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void use(const QModelIndex &index);
    bool fits(const FoundRow &row) const;
    void fill();

    QString m_filter;
    std::vector<FoundRow> m_found;
    QStandardItemModel *m_rows;
};

/// Asks every kind; blocks on the disk. `targets` tells what is attached.
std::vector<FoundRow> findTargets(const class KindRegistry &kinds, const std::vector<TargetRecord> &targets);

} // namespace mooring
