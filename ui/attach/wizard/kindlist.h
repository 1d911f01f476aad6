#pragma once

#include "core/targets/kindregistry.h"

#include <QListView>

#include <functional>

class QStandardItemModel;

namespace mooring {

/// All kinds in rows of 56: icon, title, what it is, and in aligned columns what it can do. Those that cannot be
/// attached say why, take the focus, and are not chosen. Enter or a double click chooses and goes on.
class KindList : public QListView
{
    Q_OBJECT
public:
    /// `reasonAgainst`: why a kind cannot be attached, a whole sentence; empty: it can.
    KindList(const KindRegistry &kinds, const std::function<QString(const TargetKind &)> &reasonAgainst,
             QWidget *parent = nullptr);

    /// The chosen kind; empty while the current row is one that cannot be chosen.
    QString kind() const;
    void select(const QString &kind);

Q_SIGNALS:
    void kindChanged();
    void kindActivated();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fill(const KindRegistry &kinds, const std::function<QString(const TargetKind &)> &reasonAgainst);

    QStandardItemModel *m_rows;
};

/// The head over the list's columns, also where a scroll bar takes room beside them. The list outlives it.
class KindListHead : public QWidget
{
    Q_OBJECT
public:
    explicit KindListHead(const KindList &list, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const KindList &m_list;
};

} // namespace mooring
