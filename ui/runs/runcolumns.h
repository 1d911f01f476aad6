#pragma once

#include <QObject>
#include <QStringList>

#include <optional>

class QMenu;

namespace mooring {

class UiSettings;

/// Which columns the table of runs shows: some of its own, and of what runs logged ("metrics/loss", "params/lr"). Kept
/// with the layout of the window. Until somebody chooses, the two metrics that most of the shown runs have.
class RunColumns : public QObject
{
    Q_OBJECT
public:
    /// `own`: words and titles of the table's own columns that may go. `settings` must outlive it.
    RunColumns(UiSettings &settings, const QList<std::pair<QString, QString>> &own, QObject *parent = nullptr);

    /// What the shown runs logged, most common first.
    void setLogged(const QStringList &columns);
    bool isHidden(const QString &own) const { return m_hidden.contains(own); }
    QStringList logged() const;
    /// Filled anew each time it opens. Owned by the caller's widget.
    QMenu *makeMenu(QWidget *parent);

    /// "loss" of "metrics/loss".
    static QString titleOf(const QString &column) { return column.section(u'/', 1); }

Q_SIGNALS:
    void changed();

private:
    void fill(QMenu *menu);
    void toggleOwn(const QString &word, bool shown);
    void toggleLogged(const QString &column, bool shown);
    void keep();

    UiSettings &m_settings;
    QList<std::pair<QString, QString>> m_own;
    QStringList m_known; ///< what the shown runs have
    QStringList m_usual; ///< shown while nobody chose
    QStringList m_hidden;
    std::optional<QStringList> m_chosen;
};

} // namespace mooring
