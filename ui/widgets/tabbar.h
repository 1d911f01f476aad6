#pragma once

#include <QWidget>

namespace mooring {

/// Text tabs with counts over a hairline, at the page's edge. Ctrl+1 to Ctrl+9 choose while it is to be seen.
class TabBar : public QWidget
{
    Q_OBJECT
public:
    explicit TabBar(QWidget *parent = nullptr);

    void addTab(const QString &id, const QString &title);
    /// Empty: none.
    void setCount(const QString &id, const QString &count);
    void setTabVisible(const QString &id, bool visible);
    QString current() const;
    void setCurrent(const QString &id);
    QStringList ids() const { return m_ids; }
    /// Space at the left; 24 at first.
    void setEdge(int px);

    QSize sizeHint() const override;

Q_SIGNALS:
    void currentChanged(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    class Tabs;
    Tabs *m_tabs;
    QStringList m_ids;
};

} // namespace mooring
