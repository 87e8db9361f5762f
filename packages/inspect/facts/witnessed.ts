/** Ground of a prompt's reading that lets a picture be relied on like text: two witnesses said the same. Part of the vocabulary of facts. */
export const WITNESSED = 'the alternative text of the picture and the words recognised in it agree';
