#pragma once

#include <QWidget>

class QBoxLayout;
class QButtonGroup;

namespace mooring {

/// Two to five choices side by side, one of which holds. Arrows choose.
class SegmentedControl : public QWidget
{
    Q_OBJECT
public:
    explicit SegmentedControl(const QString &accessibleName, QWidget *parent = nullptr);

    void addChoice(const QString &id, const QString &text);
    QString current() const;
    /// Does not emit.
    void setCurrent(const QString &id);

Q_SIGNALS:
    void chosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QBoxLayout *m_row;
    QButtonGroup *m_group;
    QStringList m_ids;
};

} // namespace mooring
