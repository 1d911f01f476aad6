#pragma once

#include "core/azure/signin/account.h"

#include <QWidget>

#include <vector>

class QButtonGroup;
class QRadioButton;
class QVBoxLayout;

namespace mooring {

/// The ways to sign in: rows of 44 with a radio button and what each does; the chosen one has a soft fill and a bar.
/// Whoever is signed in already stands first. Arrows choose; a click anywhere in a row does.
class MethodList : public QWidget
{
    Q_OBJECT
public:
    explicit MethodList(QWidget *parent = nullptr);

    SignInMethod method() const;
    void setMethod(SignInMethod method);
    /// In place of the earlier ones; the first is chosen where there is one.
    void setAccounts(const std::vector<Account> &accounts);
    /// The chosen row is somebody who is signed in; null: a way to sign in.
    const Account *account() const;
    void focusChosen();

Q_SIGNALS:
    void chosen();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    struct Row
    {
        SignInMethod method;
        std::optional<Account> account;
        QWidget *widget;
        QRadioButton *button;
    };
    Row makeRow(const QString &name, const QString &title, const QString &text);
    void add(SignInMethod method, const QString &title, const QString &text);
    const Row *current() const;

    QButtonGroup *m_group;
    QVBoxLayout *m_column;
    std::vector<Row> m_rows;
};

} // namespace mooring
