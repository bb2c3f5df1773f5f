//! The rows of the progress view, by URN.
//!
//! In: URNs in the order in which events name them. Out: each one's row; what names no resource belongs to the row of the stack, which is
//! there as soon as any other is, and takes its URN when an event tells it. Nothing can fail.

use std::collections::HashMap;

use super::super::DisplayOptions;
use super::row::{Moment, Row};
use crate::model::urn::{STACK_TYPE, Urn};

pub(super) struct Rows {
    rows: Vec<Row>,
    by_urn: HashMap<Box<str>, usize>,
    /// The row of the stack itself.
    root: Option<usize>,
    /// URN that stands for the stack while no event names it.
    stack: String,
    stack_is_known: bool,
    urns: bool,
}

impl Rows {
    pub(super) fn new(options: &DisplayOptions) -> Self {
        let (stack, project) = (options.stack.as_deref(), options.project.as_deref());
        Self {
            rows: Vec::new(),
            by_urn: HashMap::new(),
            root: None,
            stack: stack_urn(stack.unwrap_or("stack"), project.unwrap_or("project")),
            stack_is_known: stack.is_some() && project.is_some(),
            urns: options.show_urns,
        }
    }

    /// The row of a URN; an empty one means the stack.
    pub(super) fn at(&mut self, urn: &str) -> usize {
        if urn.is_empty() {
            return self.root();
        }
        if let Some(&row) = self.by_urn.get(urn) {
            return row;
        }
        self.learn(urn);
        if Urn::parse(urn).is_some_and(|urn| urn.qualified_type == STACK_TYPE) {
            return self.name_root(urn);
        }
        self.root();
        self.push(urn)
    }

    /// The first URN tells which stack it is, where the options do not.
    pub(super) fn learn(&mut self, urn: &str) {
        if let Some(urn) = Urn::parse(urn).filter(|_| !self.stack_is_known) {
            self.stack = stack_urn(urn.stack, urn.project);
            self.stack_is_known = true;
        }
    }

    /// Whether a row of the URN is there.
    pub(super) fn knows(&self, urn: &str) -> bool {
        self.by_urn.contains_key(urn)
    }

    pub(super) fn get(&mut self, row: usize) -> &mut Row {
        &mut self.rows[row]
    }

    pub(super) fn is_root(&self, row: usize) -> bool {
        self.root == Some(row)
    }

    /// URN of the stack, as far as it is known.
    pub(super) fn stack(&self) -> &str {
        self.root.map(|root| &*self.rows[root].urn).filter(|urn| !urn.is_empty()).unwrap_or(&self.stack)
    }

    pub(super) fn moment(&self, ended: bool, preview: bool) -> Moment<'_> {
        Moment { ended, preview, urns: self.urns, stack: &self.stack }
    }

    pub(super) fn line(&self, row: usize, moment: Moment<'_>) -> String {
        self.rows[row].line(moment)
    }

    /// All rows by URN, the stack's last.
    pub(super) fn sorted(&self) -> Vec<&Row> {
        let mut sorted: Vec<(bool, &Row)> = self.rows.iter().enumerate().map(|(at, row)| (self.is_root(at), row)).collect();
        sorted.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.urn.cmp(&b.1.urn)));
        sorted.into_iter().map(|(_, row)| row).collect()
    }

    fn root(&mut self) -> usize {
        match self.root {
            Some(root) => root,
            None => {
                self.rows.push(Row::new(""));
                *self.root.insert(self.rows.len() - 1)
            }
        }
    }

    /// The stack has a URN: its row takes it, or, where it has another already, gives its place to a new one.
    fn name_root(&mut self, urn: &str) -> usize {
        let nameless = self.root.filter(|&root| self.rows[root].urn.is_empty());
        let root = match nameless {
            Some(root) => {
                self.rows[root].urn = urn.into();
                self.by_urn.insert(urn.into(), root);
                root
            }
            None => self.push(urn),
        };
        *self.root.insert(root)
    }

    fn push(&mut self, urn: &str) -> usize {
        self.rows.push(Row::new(urn));
        self.by_urn.insert(urn.into(), self.rows.len() - 1);
        self.rows.len() - 1
    }
}

fn stack_urn(stack: &str, project: &str) -> String {
    format!("urn:pulumi:{stack}::{project}::{STACK_TYPE}::{project}-{stack}")
}
